import { asDownload } from "@shopbell/sync/uploads/addresses";
import { useEffect, useRef, useState } from "preact/hooks";
import { adopt } from "../adopt.ts";
import { Icon } from "../frame/icon.tsx";
import { IconButton } from "../frame/icon-button.tsx";
import type { Shown } from "./media.tsx";
import styles from "./viewer.css?inline";
import { useFileWords } from "./words.ts";

adopt(styles);

export interface ViewerProps {
  readonly shown: readonly Shown[];
  readonly first: number;
  close(): void;
}

/** One image or video as large as the panel. The browser keeps the focus in and gives it back. */
export function Viewer({ shown, first, close }: ViewerProps) {
  const words = useFileWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(first);
  const one = shown[at] ?? shown[0];
  useEffect(() => dialog.current?.showModal(), []);
  if (!one) return null;

  const go = (step: number) => setAt(Math.min(shown.length - 1, Math.max(0, at + step)));
  const forwards = document.documentElement.dir === "rtl" ? -1 : 1;

  function keyDown(event: KeyboardEvent) {
    // Esc closes this, and not the chat behind it.
    event.stopPropagation();
    if (event.target instanceof HTMLVideoElement) return;
    const far = shown.length;
    const steps: Readonly<Record<string, number>> = {
      Home: -far,
      End: far,
      ArrowLeft: -forwards,
      ArrowRight: forwards,
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    go(step);
  }

  return (
    <dialog
      ref={dialog}
      class="viewer-viewer"
      aria-label={words.viewer}
      onClose={close}
      onKeyDown={keyDown}
    >
      <header class="viewer-bar">
        <span role="status">{shown.length > 1 && words.place(at + 1, shown.length)}</span>
        {one.isStored && one.whole && (
          <a
            class="viewer-download"
            href={asDownload(one.whole)}
            download={one.name}
            aria-label={words.download}
          >
            <Icon name="down" size={20} />
          </a>
        )}
        <IconButton
          name="cross"
          size={20}
          label={words.close}
          press={() => dialog.current?.close()}
        />
      </header>
      <div class="viewer-stage">
        <Whole key={one.id} one={one} />
      </div>
      <p class="viewer-caption" dir="auto">
        {one.alt}
      </p>
      {shown.length > 1 && (
        <div class="viewer-steps">
          <IconButton name="back" size={24} label={words.previous} flips press={() => go(-1)} />
          <IconButton
            name="back"
            size={24}
            label={words.next}
            flips
            look="viewer-next"
            press={() => go(1)}
          />
        </div>
      )}
    </dialog>
  );
}

function Whole({ one }: { readonly one: Shown }) {
  const words = useFileWords();
  const [failed, setFailed] = useState(false);
  const { kind, whole, poster, alt } = one;
  if (!whole || failed) return <p>{words.unavailable}</p>;
  const fail = () => setFailed(true);
  if (kind === "image") return <img src={whole} alt={alt} onError={fail} />;
  return (
    <video
      src={whole}
      {...(poster ? { poster } : {})}
      aria-label={alt}
      controls
      playsInline
      onError={fail}
    />
  );
}
