import type { Upload } from "@shopbell/sync/uploads/upload";
import { type KeyboardEvent, useState } from "react";
import { Icon } from "../design/icon.tsx";
import { useLive } from "../live/live.ts";
import { fileTexts } from "../texts/en-files.ts";
import styles from "./attachment-chip.module.css";
import { DescriptionField } from "./description-field.tsx";

interface Props {
  readonly upload: Upload;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onRemove: () => void;
}

/** One file that is to go along: what it is, how far it has come or what is wrong, and what can be done about it. */
export function AttachmentChip({ upload, onKeyDown, onRemove }: Props) {
  const { uploads: door, hurry } = useLive();
  const [isDescribing, setDescribing] = useState(false);
  const { id, name, progress, alt } = upload;
  const problem = progress.kind === "problem" ? progress.problem : null;
  const canShrink = problem !== null && "canShrink" in problem && problem.canShrink;
  const describe = (next: string) => {
    setDescribing(false);
    if (next !== alt) void door.open().then((opened) => opened?.describe(id, next));
  };

  return (
    <li
      className={styles.chip}
      data-upload={id}
      data-state={progress.kind}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <Thumb upload={upload} />
      <div className={styles.words}>
        <Words upload={upload} />
        {isDescribing ? (
          <DescriptionField name={name} alt={alt} onDone={describe} />
        ) : (
          <span className={styles.actions}>
            {canShrink && (
              <button
                type="button"
                className={styles.action}
                onClick={() => void door.open().then((opened) => opened?.shrink(id))}
              >
                {fileTexts.shrink}
              </button>
            )}
            {progress.kind === "retrying" && (
              <button type="button" className={styles.action} onClick={hurry}>
                {fileTexts.retry}
              </button>
            )}
            {progress.kind === "there" && (
              <button
                type="button"
                className={styles.action}
                aria-label={`${fileTexts.describe}: ${name}`}
                onClick={() => setDescribing(true)}
              >
                <span className="truncate" dir="auto">
                  {alt ? fileTexts.described(alt) : fileTexts.describe}
                </span>
              </button>
            )}
          </span>
        )}
      </div>
      <button
        type="button"
        className={styles.remove}
        aria-label={fileTexts.remove(name)}
        title={fileTexts.remove(name)}
        onClick={onRemove}
      >
        <Icon name="close" size={14} />
      </button>
    </li>
  );
}

function Thumb({ upload }: { readonly upload: Upload }) {
  const { kind, preview, poster, progress } = upload;
  const picture = kind === "video" ? poster : preview;
  if (progress.kind === "problem" && !picture) return <Icon name="alert" className={styles.bad} />;
  return (
    <span className={styles.thumb}>
      {picture ? <img src={picture} alt="" /> : <Icon name={kind === "video" ? "play" : "image"} />}
      {kind === "video" && picture && <Icon name="play" size={16} className={styles.play} />}
    </span>
  );
}

function Words({ upload }: { readonly upload: Upload }) {
  const { name, bytes, progress } = upload;
  if (progress.kind === "problem") {
    const [what, limit] = fileTexts.wrong(name, progress.problem);
    return (
      <>
        <b className={styles.name} dir="auto">
          {what}
        </b>
        <span>{limit}</span>
      </>
    );
  }
  return (
    <>
      <b className={`truncate ${styles.name}`} dir="auto" title={name}>
        {name}
      </b>
      {progress.kind === "sending" ? (
        <Bar name={name} part={progress.part} />
      ) : (
        <span>{wordsOf(progress.kind, bytes)}</span>
      )}
    </>
  );
}

function wordsOf(kind: "checking" | "waiting" | "retrying" | "there", bytes: number): string {
  switch (kind) {
    case "checking":
      return fileTexts.checking;
    case "waiting":
      return fileTexts.waiting;
    case "retrying":
      return fileTexts.retrying;
    case "there":
      return fileTexts.size(bytes);
  }
}

function Bar({ name, part }: { readonly name: string; readonly part: number }) {
  return (
    <span
      className={styles.progress}
      role="progressbar"
      aria-label={fileTexts.progress(name)}
      aria-valuenow={Math.round(part * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span>{fileTexts.uploading(part)}</span>
      <progress value={part} aria-hidden="true" />
    </span>
  );
}
