import { Icon } from "../design/icon.tsx";
import styles from "./preview-line.module.css";
import type { RowPreview } from "./use-preview.ts";

export function PreviewLine({ preview }: { readonly preview: RowPreview }) {
  return (
    <span className={styles.line} data-kind={preview.kind}>
      {preview.kind === "note" && <Icon name="lock" size={14} />}
      {preview.kind === "failed" && <Icon name="alert" size={14} />}
      {preview.prefix && <span className={styles.prefix}>{preview.prefix}</span>}
      <span className="truncate" dir="auto">
        {preview.text}
      </span>
    </span>
  );
}
