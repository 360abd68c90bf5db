import { Icon } from "../frame/icon.tsx";
import { useSurroundings } from "../surroundings.ts";
import type { Said } from "./lines.ts";
import style from "./message-fate.module.css";

/** What became of a message, under it. */
export function MessageFate({ said }: { readonly said: Said }) {
  const { texts, times, chat } = useSurroundings();
  switch (said.fate) {
    case null:
      return null;
    case "sending":
      return (
        <span class={style.fate}>
          <Icon name="clock" size={14} />
          {texts.sending}
        </span>
      );
    case "sent":
      return <span class={style.fate}>{texts.sentAt(times.clock(said.at))}</span>;
    case "seen":
      return <span class={style.fate}>{texts.seen}</span>;
    case "unsent":
    case "refused":
      return (
        <span class={style.trouble}>
          <span class={style.bad}>
            <Icon name="alert" size={15} />
            {texts.notSent}
          </span>
          <button type="button" class={style.retry} onClick={() => chat.retry(said.key)}>
            <Icon name="retry" size={15} />
            {texts.tryAgain}
          </button>
        </span>
      );
    default:
      said.fate satisfies never;
      return null;
  }
}
