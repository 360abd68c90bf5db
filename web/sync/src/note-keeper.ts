import type { StaffNote } from "@shopbell/protocol/profile";
import { createCell } from "./cell.ts";
import type { Environment } from "./environment.ts";
import { isTransient, type Outcome } from "./http.ts";

/** So long after the last letter it is saved. */
const PAUSE = 600;
const TRY_AGAIN = 3_000;

/** What became of what was typed into a staff note. */
export type NoteStanding =
  /** There is nothing that the server does not have. */
  | { readonly kind: "saved" }
  | { readonly kind: "typed" }
  | { readonly kind: "saving" }
  /** It is tried again by itself. */
  | { readonly kind: "unreached" }
  | { readonly kind: "refused"; readonly code: string }
  /** Somebody else changed it, or removed it (null), while this was typed. */
  | { readonly kind: "conflict"; readonly theirs: StaffNote | null };

export interface KeptNote {
  readonly text: string;
  /** As the server has it; null while it has none. */
  readonly saved: StaffNote | null;
  readonly standing: NoteStanding;
}

interface Options {
  readonly note: StaffNote | null;
  readonly environment: Environment;
  save(text: string, version: number): Promise<Outcome<{ readonly note: StaffNote }>>;
  /** The server has another version: it is to be read, and told by `hear`. */
  reread(): void;
}

export interface NoteKeeper {
  subscribe(listener: () => void): () => void;
  getSnapshot(): KeptNote;
  type(text: string): void;
  /** As the server has it now; null when it is gone. */
  hear(note: StaffNote | null): void;
  keepMine(): void;
  takeTheirs(): void;
  /** Saves without waiting for the pause. */
  flush(): void;
}

/** One staff note as one person types it: saved in pauses, and never over words of a colleague that were not read. */
export function createNoteKeeper({ note, environment, save, reread }: Options): NoteKeeper {
  const cell = createCell<KeptNote>({
    text: note?.text ?? "",
    saved: note,
    standing: { kind: "saved" },
  });
  let cancel = () => {};

  function later(span: number): void {
    cancel();
    cancel = environment.after(span, () => void store());
  }

  function isUnsaved(): boolean {
    const { text, saved } = cell.get();
    return text.trim() !== (saved?.text ?? "");
  }

  async function store(): Promise<void> {
    cancel();
    const { text, saved, standing } = cell.get();
    if (standing.kind === "saving" || standing.kind === "conflict") return;
    if (text.trim() === "") return;
    if (!isUnsaved()) return cell.set({ standing: { kind: "saved" } });
    cell.set({ standing: { kind: "saving" } });
    const outcome = await save(text, saved?.version ?? 0);
    if (outcome.kind === "done") {
      took(outcome.value.note, text);
    } else if (outcome.kind === "refused" && outcome.code === "staff_note_changed_meanwhile") {
      cell.set({ standing: { kind: "typed" } });
      reread();
    } else if (isTransient(outcome)) {
      cell.set({ standing: { kind: "unreached" } });
      later(TRY_AGAIN);
    } else {
      const code = outcome.kind === "refused" ? outcome.code : "";
      cell.set({ standing: { kind: "refused", code } });
    }
  }

  /** What was typed meanwhile has its turn after a pause of its own. */
  function took(now: StaffNote, sent: string): void {
    const known = cell.get().saved;
    const isNewest = !known || known.version <= now.version;
    cell.set({ saved: isNewest ? now : known, standing: { kind: "saved" } });
    if (cell.get().text !== sent && isUnsaved()) {
      cell.set({ standing: { kind: "typed" } });
      later(PAUSE);
    }
  }

  return {
    subscribe: cell.subscribe,
    getSnapshot: cell.get,
    type(text) {
      const { standing } = cell.get();
      cell.set({ text });
      if (standing.kind === "conflict") return;
      if (standing.kind !== "saving") cell.set({ standing: { kind: "typed" } });
      later(PAUSE);
    },
    hear(now) {
      const { saved, standing, text } = cell.get();
      if (standing.kind === "saving") return;
      if (now && saved && now.version < saved.version) return;
      if (!now && !saved) return;
      if (now?.version === saved?.version && now && standing.kind !== "conflict") return;
      if (!isUnsaved() || now?.text === text.trim()) {
        cancel();
        cell.set({ text: now?.text ?? "", saved: now, standing: { kind: "saved" } });
      } else {
        cancel();
        cell.set({ standing: { kind: "conflict", theirs: now } });
      }
    },
    keepMine() {
      const { standing } = cell.get();
      if (standing.kind !== "conflict") return;
      cell.set({ saved: standing.theirs, standing: { kind: "typed" } });
      void store();
    },
    takeTheirs() {
      const { standing } = cell.get();
      if (standing.kind !== "conflict") return;
      cell.set({
        text: standing.theirs?.text ?? "",
        saved: standing.theirs,
        standing: { kind: "saved" },
      });
    },
    flush() {
      void store();
    },
  };
}
