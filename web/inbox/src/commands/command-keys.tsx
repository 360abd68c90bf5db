import { Keys } from "../design/keys.tsx";
import { texts } from "../texts/en.ts";
import styles from "./command-keys.module.css";

/** The keys of a command as they are pressed: "E", "Shift A", "G then M". */
export function CommandKeys({ keys }: { readonly keys: string }) {
  const [first = [], second] = keys.split(" ").map(capsOf);
  if (!second) return <Keys keys={first} />;
  return (
    <span className={styles.sequence}>
      <Keys keys={first} />
      {texts.keyboard.inSequence}
      <Keys keys={second} />
    </span>
  );
}

function capsOf(press: string): readonly string[] {
  return press.split("+").map((key) => (key.length === 1 ? key.toUpperCase() : key));
}
