import { adopt } from "../adopt.ts";
import { Icon } from "../frame/icon.tsx";
import styles from "./drop-cue.css?inline";
import { useFileWords } from "./words.ts";

adopt(styles);

/** Over the whole panel while files are dragged over it: anywhere is right. */
export function DropCue() {
  const words = useFileWords();
  return (
    <div class="drop-cue">
      <p>
        <Icon name="image" size={22} />
        {words.drop}
      </p>
    </div>
  );
}
