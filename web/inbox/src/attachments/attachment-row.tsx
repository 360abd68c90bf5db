import type { Upload } from "@shopbell/sync/uploads/upload";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { announce } from "../announce/announce.ts";
import { useLive } from "../live/live.ts";
import { fileTexts } from "../texts/en-files.ts";
import { AttachmentChip } from "./attachment-chip.tsx";
import styles from "./attachment-row.module.css";

interface Props {
  readonly uploads: readonly Upload[];
  /** Where the focus goes when the last one is removed. */
  readonly onEmpty: () => void;
}

/** What goes with the reply, above the buttons. Delete removes the one that has the focus. */
export function AttachmentRow({ uploads, onEmpty }: Props) {
  const { uploads: door } = useLive();
  const list = useRef<HTMLUListElement>(null);
  useSaid(uploads);

  const remove = (id: string) => {
    const at = uploads.findIndex((one) => one.id === id);
    const neighbour = uploads[at + 1] ?? uploads[at - 1];
    void door.open().then((opened) => opened?.remove(id));
    if (!neighbour) return onEmpty();
    list.current?.querySelector<HTMLElement>(`[data-upload="${neighbour.id}"]`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, id: string) => {
    if (event.target instanceof HTMLInputElement) return;
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    event.preventDefault();
    remove(id);
  };

  return (
    <ul ref={list} className={styles.row} aria-label={fileTexts.row}>
      {uploads.map((upload) => (
        <AttachmentChip
          key={upload.id}
          upload={upload}
          onKeyDown={(event) => onKeyDown(event, upload.id)}
          onRemove={() => remove(upload.id)}
        />
      ))}
    </ul>
  );
}

/** What becomes of each is said once, for those who do not see it. */
function useSaid(uploads: readonly Upload[]): void {
  const said = useRef(new Map<string, string>());
  useEffect(() => {
    for (const { id, name, progress } of uploads) {
      if (said.current.get(id) === progress.kind) continue;
      said.current.set(id, progress.kind);
      if (progress.kind === "problem") announce(fileTexts.wrong(name, progress.problem).join(". "));
      if (progress.kind === "there") announce(fileTexts.ready(name));
    }
  }, [uploads]);
}
