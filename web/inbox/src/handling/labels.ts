/** As the server has it. */
export const MOST_LABELS = 10;
export const LONGEST_LABEL = 40;

/** A name as it is stored: without outer blanks, one blank inside. */
export function labelName(typed: string): string {
  return typed.trim().replaceAll(/\s+/gu, " ");
}

/** Known and worn, each once however it is written, by name. */
export function allLabels(known: readonly string[], worn: readonly string[]): readonly string[] {
  const all = new Map([...known, ...worn].map((name) => [keyOf(name), name]));
  return [...all.values()].sort((one, other) => one.localeCompare(other));
}

/** What the conversation wears after one is ticked or unticked; sorted as the server sorts. */
export function toggled(worn: readonly string[], name: string): readonly string[] {
  const left = worn.filter((each) => each !== name);
  return left.length < worn.length ? left : [...left, name].sort();
}

/** Whether a label of that name is there already, in capitals or not. */
export function isKnown(names: readonly string[], name: string): boolean {
  return names.some((each) => keyOf(each) === keyOf(name));
}

function keyOf(name: string): string {
  return name.toLocaleLowerCase();
}
