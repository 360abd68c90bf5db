import { typingRunsOn } from "./run-on.ts";
import { singleKeysWork } from "./single-keys.ts";

/**
 * Keys pressed alone, and what they do. `keys` is a press as in `KeyboardEvent.key` ("j", "?", "Shift+a"), or two one
 * after the other ("g m").
 */
export interface Binding {
  readonly keys: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Goes on while the key is held down, as what moves does. What changes something happens once per press. */
  readonly whileHeld?: boolean;
}

/** The second press of a sequence comes within this time, or the first is forgotten. */
export const PATIENCE_MS = 1_500;

const MODIFIERS = new Set(["Shift", "Control", "Alt", "Meta", "CapsLock"]);

/** What is on screen offers its keys; where two offer the same, the one that came last has it. */
const sources: (() => readonly Binding[])[] = [];
let begun: { readonly press: string; readonly at: number } | null = null;

/** Offers keys until the answer is called. The source is asked at each press. */
export function bindKeys(source: () => readonly Binding[]): () => void {
  if (sources.length === 0) document.addEventListener("keydown", hear);
  sources.push(source);
  return () => {
    sources.splice(sources.indexOf(source), 1);
    if (sources.length === 0) document.removeEventListener("keydown", hear);
  };
}

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.isComposing || MODIFIERS.has(event.key) || takesKeys(event.target)) return;
  if (typingRunsOn(event) || !singleKeysWork()) return;
  const press = pressOf(event);
  const before = begun && event.timeStamp - begun.at < PATIENCE_MS ? `${begun.press} ` : "";
  begun = null;
  // After G, a key that leads nowhere does nothing: what it does alone was not meant.
  const binding = find((keys) => keys === before + press);
  const begins = before === "" && !binding && find((keys) => keys.startsWith(`${press} `));
  if (begins && !event.repeat) begun = { press, at: event.timeStamp };
  if (binding || begins || before) event.preventDefault();
  if (!event.repeat || binding?.whileHeld) binding?.run(event);
}

function find(fits: (keys: string) => boolean): Binding | undefined {
  for (let index = sources.length - 1; index >= 0; index -= 1) {
    const binding = sources[index]?.().find(({ keys }) => fits(keys));
    if (binding) return binding;
  }
  return undefined;
}

/** Letters are told apart by the Shift key alone, so that Caps Lock changes nothing; other keys are what they write. */
function pressOf({ key, shiftKey }: KeyboardEvent): string {
  const lower = key.toLowerCase();
  if (lower === key.toUpperCase() || key.length > 1) return key;
  return shiftKey ? `Shift+${lower}` : lower;
}

/** Fields, menus and dialogs have keys of their own. A box to tick has only the space bar. */
function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      "input:not([type=checkbox]), textarea, select, [contenteditable], [role=menu], dialog",
    ) !== null
  );
}
