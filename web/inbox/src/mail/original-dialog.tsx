import type { MessageEmail } from "@shopbell/protocol/staff";
import { useRef } from "react";
import { Dialog } from "../design/dialog.tsx";
import { useLive } from "../live/live.ts";
import { mailTexts } from "../texts/en-mail.ts";
import styles from "./original-dialog.module.css";

interface Props {
  readonly email: MessageEmail;
  readonly conversation: string;
  readonly seq: number;
  readonly onClose: () => void;
}

/**
 * A mail as it came. Its words are a page of their own in a frame that runs no script, sends no form and fetches nothing;
 * what is fetched from elsewhere would tell its sender that it is being read.
 */
export function OriginalDialog({ email, conversation, seq, onClose }: Props) {
  const { session } = useLive();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <Dialog ref={dialog} title={mailTexts.title} wide onClose={onClose}>
      <dl className={styles.head}>
        <dt>{mailTexts.from}</dt>
        <dd dir="auto">
          {email.fromName && <bdi>{email.fromName} </bdi>}
          <bdi>{email.from}</bdi>
        </dd>
        <dt>{mailTexts.subject}</dt>
        <dd dir="auto">{email.subject === "" ? mailTexts.noSubject : email.subject}</dd>
      </dl>
      <iframe
        className={styles.frame}
        title={mailTexts.frame}
        src={session.actions.originalUrl(conversation, seq)}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
      />
    </Dialog>
  );
}
