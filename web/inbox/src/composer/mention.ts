import type { StaffName } from "@shopbell/protocol/staff";
import { firstName } from "../customer/customer-name.ts";

/** A name that is being typed: what stands between its @ and the caret. */
export interface Begun {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** The name the caret is in, if there is one: an @ at the start of a word, and letters up to the caret. */
export function beginning(text: string, caret: number): Begun | null {
  const found = /(?:^|[\s(])@([\p{L}\p{M}\p{N}'’.-]*)$/u.exec(text.slice(0, caret));
  if (!found) return null;
  const name = found[1] ?? "";
  return { start: caret - name.length - 1, end: caret, name };
}

/** Those of whose names one word begins like that. */
export function matching(people: readonly StaffName[], name: string): readonly StaffName[] {
  const wanted = name.toLocaleLowerCase();
  return people.filter((person) =>
    person.name
      .toLocaleLowerCase()
      .split(/\s+/u)
      .some((word) => word.startsWith(wanted)),
  );
}

/** What to write for a person: the first name, or the whole one where two share the first. */
export function handleOf(person: StaffName, people: readonly StaffName[]): string {
  const first = firstName(person.name);
  const isShared = people.some(({ id, name }) => id !== person.id && firstName(name) === first);
  return isShared ? person.name.trim() : first;
}

/** The text with the whole name in it, and where the caret goes. */
export function withName(text: string, { start, end }: Begun, handle: string) {
  const before = `${text.slice(0, start)}@${handle} `;
  return { text: before + text.slice(end).replace(/^ /, ""), caret: before.length };
}
