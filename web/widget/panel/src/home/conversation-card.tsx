import { Avatar } from "../frame/avatar.tsx";
import { useSurroundings } from "../surroundings.ts";
import type { Said } from "../thread/lines.ts";
import style from "./conversation-card.module.css";

export interface ConversationCardProps {
  readonly last: Said;
  readonly unread: boolean;
  press(): void;
}

/** The conversation as it stands, on the home. */
export function ConversationCard({ last, unread, press }: ConversationCardProps) {
  const { settings, texts, times } = useSurroundings();
  const who = last.who ?? settings.store;
  return (
    <button type="button" class={style.card} data-first onClick={press}>
      <Avatar name={who} store={!last.who} size={40} />
      <b>
        <bdi>{who}</bdi>
      </b>
      <time dateTime={new Date(last.at).toISOString()} class={unread ? style.unread : ""}>
        {times.ago(last.at, Date.now())}
      </time>
      <span class={style.text} dir="auto">
        {last.own ? texts.youSaid(last.text) : last.text}
      </span>
    </button>
  );
}
