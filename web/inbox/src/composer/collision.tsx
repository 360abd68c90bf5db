import { answeredSince } from "@shopbell/sync/thread";
import type { Writing } from "@shopbell/sync/writing";
import { firstName } from "../customer/customer-name.ts";
import { Avatar } from "../design/avatar.tsx";
import { Icon } from "../design/icon.tsx";
import { RichText } from "../design/rich-text.tsx";
import { useLive, useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import type { Rich } from "../texts/rich.ts";
import { useNow } from "../time/clock.ts";
import styles from "./collision.module.css";

interface Props {
  readonly conversation: string;
  readonly draft: Writing | undefined;
}

/** That a colleague is about to say something here, too, or has said it since this draft was begun. */
export function Collision({ conversation, draft }: Props) {
  const { staff } = useLive();
  const now = useNow();
  const thread = useLiveState((state) => state.inbox.threads.get(conversation));
  const typing = useLiveState((state) => state.company.typing.get(conversation));
  const isReply = draft?.kind === "staff";
  const answer = isReply ? answeredSince(thread, draft.after, staff.id) : undefined;
  const other = typing?.find((typist) => typist.staff && !typist.note)?.staff;

  if (draft?.held === "mention") return <Banner text={[texts.composer.mentionHeld]} />;
  if (draft?.held === "file") return <Banner text={[texts.composer.fileHeld]} />;
  if (draft?.held === "card") return <Banner text={[texts.composer.cardHeld]} />;
  if (answer?.author) {
    const { author, sentAt } = answer;
    const seconds = Math.max(0, Math.round((now - Date.parse(sentAt)) / 1000));
    return <Banner who={author} text={texts.composer.answered(firstName(author.name), seconds)} />;
  }
  if (draft?.held === "moved") return <Banner text={[texts.composer.held]} />;
  if (other) {
    const text = texts.composer.writingToo(firstName(other.name), isReply);
    return <Banner who={other} text={text} />;
  }
  return null;
}

interface BannerProps {
  readonly who?: { readonly id: string; readonly name: string };
  readonly text: Rich;
}

function Banner({ who, text }: BannerProps) {
  return (
    <p className={styles.banner} role="status">
      {who ? <Avatar id={who.id} name={who.name} size="tiny" /> : <Icon name="alert" size={16} />}
      <span>
        <RichText text={text} />
      </span>
    </p>
  );
}
