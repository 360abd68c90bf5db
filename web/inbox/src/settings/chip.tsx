import styles from "./chip.module.css";

interface Props {
  readonly tone: "good" | "waiting" | "bad" | "quiet";
  readonly children: string;
}

/** How something stands, in a word. */
export function Chip({ tone, children }: Props) {
  return (
    <span className={styles.chip} data-tone={tone}>
      {children}
    </span>
  );
}
