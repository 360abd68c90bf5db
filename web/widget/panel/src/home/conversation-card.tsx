import { Avatar } from "../frame/avatar.tsx";
import { useSurroundings } from "../surroundings.ts";
import type { Said } from "../thread/lines.ts";
import { inWords } from "../thread/wordless.ts";
import style from "./conversation-card.module.css";

export interface ConversationCardProps {
  readonly last: Said;
  readonly who: string | null;
  readonly unread: boolean;
  press(): void;
}

/** The conversation as it stands, on the home. */
export function ConversationCard({ last, who, unread, press }: ConversationCardProps) {
  const { settings, texts, times } = useSurroundings();
  const name = who ?? settings.store;
  const words = inWords(last.text, last.files, texts, last.cards);
  return (
    <button type="button" class={style.card} onClick={press}>
      <Avatar name={name} store={!who} size={40} />
      <b>
        <bdi>{name}</bdi>
      </b>
      <time dateTime={new Date(last.at).toISOString()} class={unread ? style.unread : ""}>
        {times.ago(last.at, Date.now())}
      </time>
      <span class={style.text} dir="auto">
        {last.own ? texts.youSaid(words) : last.another ? `${texts.another}: ${words}` : words}
      </span>
    </button>
  );
}
