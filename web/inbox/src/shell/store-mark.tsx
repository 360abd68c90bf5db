import { initialsOf } from "../design/person.ts";
import styles from "./store-mark.module.css";

/** A store without a logo shows the first letter of its name. */
export function StoreMark({ name }: { readonly name: string }) {
  return (
    <span aria-hidden="true" className={styles.mark}>
      {initialsOf(name).slice(0, 1)}
    </span>
  );
}
