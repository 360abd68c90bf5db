import styles from "./label-chips.module.css";

/** More than these would leave none of them readable. */
const SHOWN = 2;

/** Its first labels, and how many more there are. */
export function LabelChips({ labels }: { readonly labels: readonly string[] }) {
  if (labels.length === 0) return null;
  const shown = labels.slice(0, SHOWN);
  return (
    <span className={styles.chips} title={labels.join(", ")}>
      {shown.map((label) => (
        <span key={label} className={`truncate ${styles.chip}`} dir="auto">
          {label}
        </span>
      ))}
      {labels.length > SHOWN && (
        <span className={styles.more} aria-hidden="true">
          +{labels.length - SHOWN}
        </span>
      )}
      {labels.slice(SHOWN).map((label) => (
        <span key={label} className="visually-hidden">
          {label}
        </span>
      ))}
    </span>
  );
}
