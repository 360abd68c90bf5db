import styles from "./cup.module.css";

/** A cup of tea: nothing waits for an answer. */
export function Cup() {
  return (
    <svg className={styles.cup} width="132" height="104" viewBox="0 0 132 104" aria-hidden="true">
      <ellipse className={styles.ground} cx="66" cy="94" rx="54" ry="6" />
      <path className={styles.saucer} d="M24 86c0 4 10 6 42 6s42-2 42-6" />
      <path className={styles.bowl} d="M34 46h58c0 22-8 38-20 42H54C42 84 34 68 34 46Z" />
      <path className={styles.handle} d="M91 54c9-2 14 3 13 10-1 8-8 12-17 11" />
      <path className={styles.tea} d="M39 63c6-3 10 2 16 0s10 2 15 0 10 2 17-1" />
      <path
        className={styles.steam}
        d="M52 34c-4-6 4-9 0-16M63 30c-4-6 4-10 0-18M74 34c-4-6 4-9 0-16"
      />
    </svg>
  );
}
