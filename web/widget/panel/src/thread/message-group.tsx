import { useRef } from "preact/hooks";
import { Avatar } from "../frame/avatar.tsx";
import { useSurroundings } from "../surroundings.ts";
import { partOf, useFetched } from "../use-fetched.ts";
import { isSame, type Said } from "./lines.ts";
import { MessageFate } from "./message-fate.tsx";
import style from "./message-group.module.css";
import { MessageText } from "./message-text.tsx";

export interface MessageGroupProps {
  readonly said: readonly Said[];
  /** What is newer than this comes in with a small movement. */
  readonly since: number;
}

/** A group that says what it said before is not drawn again. */
export function MessageGroup(props: MessageGroupProps) {
  const drawn = useRef({ said: props.said, vnode: <Group {...props} /> });
  if (!isSame(drawn.current.said, props.said)) {
    drawn.current = { said: props.said, vnode: <Group {...props} /> };
  }
  return drawn.current.vnode;
}

const cardsPart = partOf(() => import("../cards/cards.tsx"));
const mediaPart = partOf(() => import("../files/media.tsx"));

/** What one side said in one go: the name once, the avatar once. */
function Group({ said, since }: MessageGroupProps) {
  const { settings, texts, times } = useSurroundings();
  const Media = useFetched(
    said.some(({ files }) => files.length > 0),
    mediaPart,
  )?.Media;
  const Cards = useFetched(
    said.some(({ cards, orders }) => cards || orders),
    cardsPart,
  )?.Cards;
  const first = said[0];
  if (!first) return null;
  const { another } = first;
  const who = another ? texts.another : (first.who ?? settings.store);
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
            {one.text && (
              <p
                class={isTrouble ? `${style.bubble} ${style.failed}` : style.bubble}
                dir="auto"
                title={times.exact(one.at)}
              >
                <MessageText text={one.text} />
              </p>
            )}
            {Cards && <Cards said={one} />}
            {Media && one.files.length > 0 && <Media said={one} who={who} />}
            {!isRepeated && <MessageFate said={one} />}
          </div>
        );
      })}
      {!first.own && (
        <Avatar
          name={another ? "?" : who}
          store={!another && !first.who}
          size={28}
          look={style.avatar}
        />
      )}
    </div>
  );
}
