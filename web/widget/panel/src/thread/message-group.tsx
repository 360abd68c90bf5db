import { Avatar } from "../frame/avatar.tsx";
import { useSurroundings } from "../surroundings.ts";
import type { Said } from "./lines.ts";
import { MessageFate } from "./message-fate.tsx";
import style from "./message-group.module.css";
import { MessageText } from "./message-text.tsx";

export interface MessageGroupProps {
  readonly said: readonly Said[];
  /** What is newer than this comes in with a small movement. */
  readonly since: number;
}

/** What one side said in one go: the name once, the avatar once. */
export function MessageGroup({ said, since }: MessageGroupProps) {
  const { settings, texts, times } = useSurroundings();
  const first = said[0];
  if (!first) return null;
  const who = first.who ?? settings.store;
  return (
    <div class={first.own ? style.own : style.theirs}>
      {first.own ? (
        <span class="unseen">{texts.you}</span>
      ) : (
        <span class={style.name}>
          <bdi>{who}</bdi>
        </span>
      )}
      {said.map((one, index) => {
        const isTrouble = one.fate === "unsent" || one.fate === "refused";
        // Said once under several that are on their way.
        const isRepeated = one.fate === "sending" && said[index + 1]?.fate === "sending";
        return (
          <div key={one.key} class={one.at > since ? `${style.said} ${style.fresh}` : style.said}>
            <p
              class={isTrouble ? `${style.bubble} ${style.failed}` : style.bubble}
              dir="auto"
              title={times.exact(one.at)}
            >
              <MessageText text={one.text} />
            </p>
            {!isRepeated && <MessageFate said={one} />}
          </div>
        );
      })}
      {!first.own && <Avatar name={who} store={!first.who} size={28} look={style.avatar} />}
    </div>
  );
}
