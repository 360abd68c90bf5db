import { asDownload } from "@shopbell/sync/uploads/addresses";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "../design/button.tsx";
import { buttonStyle } from "../design/button-style.ts";
import { Icon } from "../design/icon.tsx";
import { fileTexts } from "../texts/en-files.ts";
import { DescriptionField } from "./description-field.tsx";
import type { MediaFile } from "./media-files.ts";
import styles from "./media-viewer.module.css";

interface Props {
  readonly media: readonly (MediaFile & { readonly alt: string; readonly described: string })[];
  readonly at: number;
  /** Says what a file shows; absent where that is not the staff's to say. */
  readonly onDescribe?: (id: string, alt: string) => Promise<void>;
  readonly onClose: () => void;
}

/** One image or video as large as the window, with the others of its message beside it. The browser keeps the focus in and gives it back. */
export function MediaViewer({ media, at: first, onDescribe, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(first);
  const [isDescribing, setDescribing] = useState(false);
  const file = media[at] ?? media[0];
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  if (!file) return null;

  const go = (step: number) => setAt(Math.min(media.length - 1, Math.max(0, at + step)));
  const onKeyDown = (event: KeyboardEvent) => {
    // A film's own controls know what to do with arrows.
    if (event.target instanceof HTMLVideoElement) return;
    if (event.target instanceof HTMLInputElement) return;
    if (event.key === "ArrowRight") go(1);
    else if (event.key === "ArrowLeft") go(-1);
    else if (event.key === "Home") setAt(0);
    else if (event.key === "End") setAt(media.length - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.viewer}
      aria-label={fileTexts.viewer}
      onClose={onClose}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.matches("[data-beside]")) {
          dialog.current?.close();
        }
      }}
    >
      <header className={styles.bar}>
        <p className={styles.place} role="status">
          {media.length > 1 && fileTexts.place(at + 1, media.length)}
        </p>
        {onDescribe && file.download && (
          <Button kind="ghost" onClick={() => setDescribing(true)}>
            {fileTexts.describe}
          </Button>
        )}
        {file.download && (
          <a
            className={buttonStyle({ kind: "ghost", icon: true })}
            href={asDownload(file.download)}
            download={file.name}
            aria-label={fileTexts.download}
            title={fileTexts.download}
          >
            <Icon name="download" />
          </a>
        )}
        <Button
          kind="ghost"
          icon
          aria-label={fileTexts.close}
          title={fileTexts.close}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </Button>
      </header>
      <div className={styles.stage} data-beside="">
        <Shown key={file.id} file={file} />
      </div>
      {isDescribing ? (
        <div className={styles.caption}>
          <DescriptionField
            name={file.name}
            alt={file.described}
            onDone={(alt) => {
              setDescribing(false);
              if (alt !== file.described) void onDescribe?.(file.id, alt);
            }}
          />
        </div>
      ) : (
        <p className={styles.caption} dir="auto">
          {file.alt}
        </p>
      )}
      {media.length > 1 && (
        <>
          <Step side="start" label={fileTexts.previous} off={at === 0} onStep={() => go(-1)} />
          <Step
            side="end"
            label={fileTexts.next}
            off={at === media.length - 1}
            onStep={() => go(1)}
          />
        </>
      )}
    </dialog>
  );
}

interface StepProps {
  readonly side: "start" | "end";
  readonly label: string;
  readonly off: boolean;
  readonly onStep: () => void;
}

function Step({ side, label, off, onStep }: StepProps) {
  return (
    <button
      type="button"
      className={styles.step}
      data-side={side}
      aria-label={label}
      title={label}
      aria-disabled={off}
      onClick={onStep}
    >
      <Icon name={side === "start" ? "back" : "right"} size={24} />
    </button>
  );
}

function Shown({ file }: { readonly file: Props["media"][number] }) {
  const [failed, setFailed] = useState(false);
  const { kind, whole, poster, alt, width, height } = file;
  const size = width > 0 && height > 0 ? { width, height } : {};
  if (failed || !whole) return <p className={styles.failed}>{fileTexts.unavailable}</p>;
  if (kind === "image") {
    return <img src={whole} alt={alt} {...size} onError={() => setFailed(true)} />;
  }
  return (
    <video
      src={whole}
      {...(poster && { poster })}
      {...size}
      aria-label={alt}
      controls
      playsInline
      onError={() => setFailed(true)}
    />
  );
}
