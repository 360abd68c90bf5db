import type { StaffNote } from "@shopbell/protocol/profile";
import { browserEnvironment } from "@shopbell/sync/environment";
import { createNoteKeeper, type NoteStanding } from "@shopbell/sync/note-keeper";
import type { ProfileApi } from "@shopbell/sync/profile-api";
import { useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import { useGrowing } from "../composer/use-growing.ts";
import { firstName } from "../customer/customer-name.ts";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { profileTexts as texts } from "../texts/en-profile.ts";
import { useNow } from "../time/clock.ts";
import { exactTime } from "../time/format.ts";
import { shortDay } from "./dates.ts";
import styles from "./notes-block.module.css";
import { removeNote } from "./remove-note.ts";

interface Props {
  readonly id: string;
  /** For ears. */
  readonly name: string;
  /** As the server has it; null when it has none. */
  readonly note: StaffNote | null;
  /** One that was just begun. */
  readonly isNew: boolean;
  readonly api: ProfileApi;
  readonly reread: () => void;
  /** It is there no more; `hadFocus`: nor is the button that has the focus. */
  readonly onGone: (hadFocus: boolean) => void;
}

const environment = browserEnvironment();

/** One staff note: saved when typing stops, removed when it is left empty. */
export function NoteField({ id, name, note, isNew, api, reread, onGone }: Props) {
  const hint = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const bin = useRef<HTMLButtonElement>(null);
  const isBeingRemoved = useRef(false);
  const latest = useRef({ reread, onGone });
  latest.current = { reread, onGone };
  const [keeper] = useState(() =>
    createNoteKeeper({
      note,
      environment,
      save: (text, version) => api.saveNote(id, text, version),
      reread: () => latest.current.reread(),
    }),
  );
  const { text, saved, standing } = useSyncExternalStore(keeper.subscribe, keeper.getSnapshot);

  useGrowing(field, text);
  useEffect(() => keeper.hear(note), [keeper, note]);
  useEffect(() => () => keeper.flush(), [keeper]);
  useEffect(() => {
    if (isNew) field.current?.focus();
  }, [isNew]);
  const wasThere = useRef(note !== null);
  useEffect(() => {
    if (saved) wasThere.current = true;
    else if (wasThere.current && standing.kind === "saved") latest.current.onGone(false);
  }, [saved, standing]);

  const remove = async () => {
    if (!saved) return onGone(false);
    if (isBeingRemoved.current) return;
    isBeingRemoved.current = true;
    const isGone = await removeNote(api, saved, () => latest.current.reread());
    isBeingRemoved.current = false;
    if (isGone) latest.current.onGone(bin.current === document.activeElement);
  };

  const leave = () => {
    if (standing.kind === "conflict") return;
    if (text.trim() === "") void remove();
    else keeper.flush();
  };

  return (
    <li className={styles.note}>
      <textarea
        ref={field}
        className={styles.text}
        aria-label={name}
        aria-describedby={hint}
        dir="auto"
        rows={1}
        maxLength={2000}
        placeholder={texts.notePlaceholder}
        value={text}
        onChange={({ target }) => keeper.type(target.value)}
        onBlur={leave}
      />
      {standing.kind === "conflict" && (
        <Conflict theirs={standing.theirs} onKeep={keeper.keepMine} onTake={keeper.takeTheirs} />
      )}
      <div className={styles.meta} id={hint}>
        {saved && <Written note={saved} />}
        <Standing standing={standing} />
        {saved && (
          <button
            ref={bin}
            type="button"
            className={styles.remove}
            data-remove=""
            aria-label={`${texts.removeNote}: ${name}`}
            onClick={() => void remove()}
          >
            <Icon name="trash" size={14} />
          </button>
        )}
      </div>
    </li>
  );
}

/** Who wrote it last, and when. */
function Written({ note }: { readonly note: StaffNote }) {
  const now = useNow();
  const { editedBy, editedAt, author, createdAt } = note;
  const title = [
    texts.by(author.name, exactTime(createdAt)),
    texts.by(editedBy.name, exactTime(editedAt)),
  ];
  return (
    <span className="truncate" title={[...new Set(title)].join("\n")}>
      <bdi>{firstName(editedBy.name)}</bdi>,{" "}
      <time dateTime={editedAt}>{shortDay(editedAt, now)}</time>
    </span>
  );
}

function Standing({ standing }: { readonly standing: NoteStanding }) {
  const words = wordsOf(standing);
  const isWrong = standing.kind === "refused" || standing.kind === "unreached";
  return (
    <span role="status" data-wrong={isWrong ? "" : undefined}>
      {words}
    </span>
  );
}

function wordsOf(standing: NoteStanding): string {
  switch (standing.kind) {
    case "saving":
      return texts.saving;
    case "unreached":
      return texts.unreached;
    case "refused":
      return texts.noteRefusals[standing.code] ?? texts.notDone;
    case "typed":
      return texts.typed;
    case "saved":
    case "conflict":
      return "";
    default:
      return standing satisfies never;
  }
}

interface ConflictProps {
  readonly theirs: StaffNote | null;
  readonly onKeep: () => void;
  readonly onTake: () => void;
}

/** Two people typed at once: nothing is lost until one of them has chosen. */
function Conflict({ theirs, onKeep, onTake }: ConflictProps) {
  return (
    <div className={styles.conflict} role="alert">
      <p>{theirs ? texts.conflict(theirs.editedBy.name) : texts.conflictRemoved}</p>
      {theirs && <blockquote dir="auto">{theirs.text}</blockquote>}
      <div>
        <Button kind="secondary" size="small" onClick={onKeep}>
          {texts.keepMine}
        </Button>
        <Button kind="ghost" size="small" onClick={onTake}>
          {theirs ? texts.takeTheirs : texts.letItGo}
        </Button>
      </div>
    </div>
  );
}
