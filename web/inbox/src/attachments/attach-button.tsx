import { acceptedBy } from "@shopbell/sync/uploads/accepted";
import { useRef } from "react";
import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";
import styles from "./attach-button.module.css";

interface Props {
  readonly onFiles: (files: readonly File[]) => void;
  /** Somebody is about to choose. */
  readonly onNear: () => void;
}

const fingers = matchMedia("(pointer: coarse)");

/** Opens the browser's own window to choose files in; on a phone that is the camera, too. */
export function AttachButton({ onFiles, onNear }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={styles.attach}
        aria-label={texts.files.attach}
        title={texts.files.attach}
        onPointerEnter={onNear}
        onClick={() => input.current?.click()}
      >
        <Icon name="image" />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={acceptedBy(fingers.matches)}
        aria-label={texts.files.attach}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = "";
        }}
      />
    </>
  );
}
