import type { StaffName } from "@shopbell/protocol/staff";
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from "react";
import { firstName } from "../customer/customer-name.ts";
import { useLive, useLiveState } from "../live/live.ts";
import { type Begun, beginning, handleOf, matching, withName } from "./mention.ts";

interface Options {
  readonly conversation: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly isOn: boolean;
  readonly write: (text: string, mentions: readonly string[]) => void;
}

/** The list under an @: a combobox whose list holds the people who may see the conversation. */
export interface Naming {
  /** Null while no name is being typed. */
  readonly people: readonly StaffName[] | null;
  readonly at: number;
  readonly listId: string;
  readonly optionId: (index: number) => string;
  /** To be called when the text or the caret is otherwise. */
  readonly look: () => void;
  readonly choose: (person: StaffName) => void;
  /** Whether the key was for the list. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  /** Those named whose name is still in the text. */
  readonly stillNamed: () => readonly string[];
  readonly fieldProps: object;
}

/** Keys that take the caret elsewhere and are not for the list. */
const MOVES = new Set(["ArrowLeft", "ArrowRight", "Home", "End"]);

export function useMentions(options: Options): Naming {
  const { conversation, field, text, mentions, isOn, write } = options;
  const { session, staff } = useLive();
  const assignee = useLiveState(
    (state) => state.inbox.conversations.get(conversation)?.assignee ?? null,
  );
  const [team, setTeam] = useState<readonly StaffName[] | null>(null);
  const [begun, setBegun] = useState<Begun | null>(null);
  const [at, setAt] = useState(0);
  const listId = useId();
  const isNeeded = isOn && team === null && (begun !== null || mentions.length > 0);

  useEffect(() => {
    if (!isNeeded) return;
    let isOver = false;
    void session.actions.colleagues().then((found) => {
      if (!isOver && found.kind === "done") setTeam(found.value);
    });
    return () => {
      isOver = true;
    };
  }, [isNeeded, session]);

  /** Whoever it is assigned to is the only one who sees it. */
  const readers = (team ?? []).filter(
    ({ id }) => id !== staff.id && (assignee === null || assignee.id === id),
  );
  const people = isOn && begun && team ? matching(readers, begun.name) : null;
  const optionId = (index: number) => `${listId}-${index}`;

  const look = () => {
    const element = field.current;
    setBegun(element && isOn ? beginning(element.value, element.selectionStart) : null);
    setAt(0);
  };

  const choose = (person: StaffName) => {
    const element = field.current;
    if (!begun || !element) return;
    const named = withName(element.value, begun, handleOf(person, readers));
    write(named.text, [...new Set([...mentions, person.id])]);
    setBegun(null);
    // React writes the text first, and puts the caret to its end.
    queueMicrotask(() => element.setSelectionRange(named.caret, named.caret));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const person = people?.[at];
    if (!people || event.nativeEvent.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && people.length > 0) setAt((at + step + people.length) % people.length);
    else if ((event.key === "Enter" || event.key === "Tab") && person) choose(person);
    else if (event.key === "Escape") setBegun(null);
    else return false;
    event.preventDefault();
    return true;
  };

  const isOpen = people !== null && people.length > 0;
  return {
    people,
    at,
    look,
    listId,
    optionId,
    choose,
    onKeyDown,
    stillNamed: () =>
      mentions.filter((id) => {
        const person = team?.find((each) => each.id === id);
        return !person || text.includes(`@${firstName(person.name)}`);
      }),
    fieldProps: isOn
      ? {
          role: "combobox",
          "aria-expanded": isOpen,
          "aria-haspopup": "listbox",
          "aria-autocomplete": "list",
          "aria-controls": isOpen ? listId : undefined,
          "aria-activedescendant": isOpen ? optionId(at) : undefined,
          onClick: look,
          onKeyUp: ({ key }: KeyboardEvent) => {
            if (MOVES.has(key)) look();
          },
          onBlur: () => setBegun(null),
        }
      : {},
  };
}
