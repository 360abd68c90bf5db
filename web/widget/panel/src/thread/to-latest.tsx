import { adopt } from "../adopt.ts";
import { Icon } from "../frame/icon.tsx";
import { useSurroundings } from "../surroundings.ts";
import styles from "./to-latest.css?inline";

adopt(styles);

export interface ToLatestProps {
  readonly unread: number;
  press(): void;
}

/** The way back to the end for somebody who reads earlier messages, and what came there meanwhile. */
export function ToLatest({ unread, press }: ToLatestProps) {
  const { texts } = useSurroundings();
  return (
    <button
      type="button"
      class={unread > 0 ? "to-latest" : "to-latest to-latest-round"}
      aria-label={unread > 0 ? `${texts.newMessages(unread)}. ${texts.toLatest}` : texts.toLatest}
      onClick={press}
    >
      <Icon name="down" size={16} stroke={1.8} />
      {unread > 0 && texts.newMessages(unread)}
    </button>
  );
}
