import { adopt } from "../adopt.ts";
import { Icon } from "../frame/icon.tsx";
import styles from "./to-latest.css?inline";
import { toLatestWords } from "./to-latest-words.ts";

adopt(styles);

export interface ToLatestProps {
  readonly unread: number;
  press(): void;
}

/** The way back to the end for somebody who reads earlier messages, and what came there meanwhile. */
export function ToLatest({ unread, press }: ToLatestProps) {
  const words = toLatestWords();
  return (
    <button
      type="button"
      class={unread > 0 ? "to-latest" : "to-latest to-latest-round"}
      aria-label={unread > 0 ? `${words.newMessages(unread)}. ${words.toLatest}` : words.toLatest}
      onClick={press}
    >
      <Icon name="down" size={16} stroke={1.8} />
      {unread > 0 && words.newMessages(unread)}
    </button>
  );
}
