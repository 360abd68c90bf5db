import styles from "./label-chips.module.css";

/** Its labels, as far as there is room. */
export function LabelChips({ labels }: { readonly labels: readonly string[] }) {
  if (labels.length === 0) return null;
  return (
    <span className={styles.chips} title={labels.join(", ")}>
      {labels.map((label) => (
        <span key={label} className={`truncate ${styles.chip}`} dir="auto">
          {label}
        </span>
      ))}
    </span>
  );
}
