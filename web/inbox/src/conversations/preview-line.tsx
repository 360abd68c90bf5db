import { Icon } from "../design/icon.tsx";
import styles from "./preview-line.module.css";
import type { RowPreview } from "./use-preview.ts";

/** One's own message or a mail did not get where it was to go. */
function isTrouble({ kind }: RowPreview): boolean {
  return kind === "failed" || kind === "unreached";
}

export function PreviewLine({ preview }: { readonly preview: RowPreview }) {
  return (
    <span className={styles.line} data-kind={preview.kind}>
      {preview.kind === "note" && <Icon name="lock" size={14} />}
      {isTrouble(preview) && <Icon name="alert" size={14} />}
      {preview.prefix && <bdi className={`truncate ${styles.prefix}`}>{preview.prefix}</bdi>}
      <span className="truncate" dir="auto">
        {preview.text}
      </span>
    </span>
  );
}
