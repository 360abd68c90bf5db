import { Icon } from "../design/icon.tsx";
import { fileTexts } from "../texts/en-files.ts";
import styles from "./drop-area.module.css";

/** Says, while files hang over the thread, what letting go does. */
export function DropArea() {
  return (
    <div className={styles.area} aria-hidden="true">
      <p className={styles.words}>
        <Icon name="image" size={20} />
        {fileTexts.drop}
      </p>
    </div>
  );
}
