import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";

/** What is being typed for a list to complete: from its sign to the caret. */
export interface Begun {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

export type KeyHandler = (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;

/** The list that is open under the field: the focus stays in the field. */
interface OpenList {
  readonly id: string;
  /** The id of the option the keys are at. */
  readonly active: string | undefined;
}

/** What a list that completes is given; it comes in a chunk of its own. */
export interface CompletionProps {
  readonly begun: Begun;
  readonly close: () => void;
  /** Puts something in the place of what was typed for it. */
  readonly put: (text: string) => void;
  /** To be filled with what the list does with a key. */
  readonly keys: RefObject<KeyHandler | null>;
  readonly onList: (list: OpenList | null) => void;
}

interface Options {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly isOn: boolean;
  readonly begin: (text: string, caret: number) => Begun | null;
  /** Which part of the text is to be selected after it was put there; the end when it is null. */
  readonly selected?: (text: string) => { readonly start: number; readonly end: number } | null;
  readonly write: (text: string) => void;
}

/** Keys that take the caret elsewhere and are not for the list. */
const MOVES = new Set(["ArrowLeft", "ArrowRight", "Home", "End"]);
const CHOOSE = new Set(["Enter", "Tab"]);

/** A field that offers a list while something is typed that begins with a sign: the combobox pattern. */
export function useCompletion({ field, isOn, begin, selected, write }: Options) {
  const [begun, setBegun] = useState<Begun | null>(null);
  const [list, setList] = useState<OpenList | null>(null);
  const keys = useRef<KeyHandler | null>(null);
  const selection = useRef<readonly [number, number] | null>(null);
  const open = isOn ? begun : null;

  // React writes the text first, and puts the caret to its end.
  useLayoutEffect(() => {
    if (selection.current) field.current?.setSelectionRange(...selection.current);
    selection.current = null;
  });

  const close = () => setBegun(null);

  const look = () => {
    const element = field.current;
    setBegun(element && isOn ? begin(element.value, element.selectionStart) : null);
  };

  const put = (text: string) => {
    const element = field.current;
    if (!element || !open) return;
    const before = element.value.slice(0, open.start);
    const part = selected?.(text) ?? { start: text.length, end: text.length };
    selection.current = [before.length + part.start, before.length + part.end];
    close();
    element.focus();
    write(before + text + element.value.slice(open.end));
  };

  /** Whether the key was for the list. */
  const onKeyDown: KeyHandler = (event) => {
    if (!open || event.nativeEvent.isComposing) return false;
    // While the list is on its way, nobody sends what was typed to find something in it.
    const isTaken = keys.current ? keys.current(event) : CHOOSE.has(event.key);
    if (!isTaken && event.key !== "Escape") return false;
    if (!isTaken) close();
    event.preventDefault();
    return true;
  };

  return {
    look,
    close,
    onKeyDown,
    listProps: open && { begun: open, close, put, keys, onList: setList },
    fieldProps: open
      ? {
          role: "combobox",
          "aria-expanded": list !== null,
          "aria-haspopup": "listbox" as const,
          "aria-autocomplete": "list" as const,
          "aria-controls": list?.id,
          "aria-activedescendant": list?.active,
        }
      : {},
  };
}

type Completion = ReturnType<typeof useCompletion>;

/** Two in one field, of which one is open at a time. They listen before whatever else the field is. */
export function both(one: Completion, other: Completion) {
  const look = () => {
    one.look();
    other.look();
  };
  return {
    look,
    onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) =>
      one.onKeyDown(event) || other.onKeyDown(event),
    fieldProps: {
      ...one.fieldProps,
      ...other.fieldProps,
      onClickCapture: look,
      onKeyUpCapture: ({ key }: KeyboardEvent) => {
        if (MOVES.has(key)) look();
      },
      onBlurCapture: () => {
        one.close();
        other.close();
      },
    },
  };
}
