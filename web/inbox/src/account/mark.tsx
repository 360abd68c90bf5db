import styles from "./mark.module.css";

/** Shopbell's mark: the bell over a shop's door. */
export function Mark() {
  return (
    <svg className={styles.mark} width="44" height="44" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8.5" />
      <path d="M16 7a6.800 6.800 0 0 0-6.800 6.800c0 5-2 6.400-2 8h17.600c0-1.600-2-3-2-8A6.800 6.800 0 0 0 16 7ZM13.200 24.800a3 3 0 0 0 5.600 0" />
    </svg>
  );
}
