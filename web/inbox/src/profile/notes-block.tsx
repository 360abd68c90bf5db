import type { StaffNote, StaffNotesAnswer } from "@shopbell/protocol/profile";
import type { ProfileApi } from "@shopbell/sync/profile-api";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { profileTexts as texts } from "../texts/en-profile.ts";
import { NoteField } from "./note-field.tsx";
import styles from "./notes-block.module.css";
import { ProfileBlock } from "./profile-block.tsx";
import type { Block } from "./use-block.ts";

interface Props {
  readonly block: Block<StaffNotesAnswer>;
  readonly api: ProfileApi;
}

/** What staff keep about the customer. Each note is a field: there is nothing to open before one can type. */
export function NotesBlock({ block, api }: Props) {
  const [begun, setBegun] = useState<string | null>(null);
  const adding = useRef<HTMLButtonElement>(null);
  const add = (
    <Button
      ref={adding}
      kind="ghost"
      size="small"
      icon
      aria-label={texts.addNote}
      onClick={() => setBegun(crypto.randomUUID())}
    >
      <Icon name="plus" size={16} />
    </Button>
  );
  return (
    <ProfileBlock title={texts.notes} aside={add} block={block} bars={["100%", "64%"]}>
      {({ notes }) => (
        <Notes
          notes={notes}
          begun={begun}
          onLeft={() => setBegun(null)}
          adding={adding}
          api={api}
          reread={block.reload}
        />
      )}
    </ProfileBlock>
  );
}

interface NotesProps {
  readonly notes: readonly StaffNote[];
  /** The id of one that is not written yet. */
  readonly begun: string | null;
  readonly onLeft: () => void;
  /** The button that begins one. */
  readonly adding: RefObject<HTMLButtonElement | null>;
  readonly api: ProfileApi;
  readonly reread: () => void;
}

function Notes({ notes, begun, onLeft, adding, api, reread }: NotesProps) {
  const ids = useIds(notes, begun);
  const list = useRef<HTMLUListElement>(null);

  const focusAfter = (index: number) => {
    const next = list.current?.children[index + 1];
    const button = next?.querySelector<HTMLElement>("[data-remove]");
    (button ?? adding.current)?.focus();
  };

  if (ids.all.length === 0) return <p className={styles.none}>{texts.noNotes}</p>;
  return (
    <ul ref={list} className={styles.notes}>
      {ids.all.map((id, index) => (
        <NoteField
          key={id}
          id={id}
          name={texts.note(index + 1)}
          note={notes.find((note) => note.id === id) ?? null}
          isNew={id === begun}
          api={api}
          reread={reread}
          onGone={(hadFocus) => {
            if (hadFocus) focusAfter(index);
            ids.remove(id);
            if (id === begun) onLeft();
          }}
        />
      ))}
    </ul>
  );
}

/** In the order in which they came: one that a colleague removes stays until whoever types in it has decided. */
function useIds(notes: readonly StaffNote[], begun: string | null) {
  const [kept, setKept] = useState<readonly string[]>([]);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const known = begun ? [...notes.map(({ id }) => id), begun] : notes.map(({ id }) => id);
    setKept((before) => [...before, ...known.filter((id) => !before.includes(id))]);
  }, [notes, begun]);
  return {
    all: kept.filter((id) => !gone.has(id)),
    remove: (id: string) => setGone((before) => new Set(before).add(id)),
  };
}
