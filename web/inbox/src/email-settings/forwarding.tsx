import type { ForwardingMail } from "@shopbell/protocol/email";
import { useId } from "react";
import { useKeepingFresh } from "../settings/use-keeping-fresh.ts";
import { Snippet } from "../store/snippet.tsx";
import { forwardingTexts as texts } from "../texts/en-forwarding.ts";
import { MessageText } from "../thread/message-text.tsx";
import { exactTime } from "../time/format.ts";
import styles from "./forwarding.module.css";

interface Props {
  readonly address: string;
  readonly mails: readonly ForwardingMail[];
  /** Looks for what came meanwhile. */
  readonly refresh: () => void;
}

/** Where a provider is to send mail on to, how to tell it so, and what it asks first. */
export function Forwarding({ address, mails, refresh }: Props) {
  const id = useId();
  useKeepingFresh(refresh);
  return (
    <div className={styles.forwarding}>
      <p>{texts.intro}</p>
      <Snippet text={address} label={texts.address} />
      <section className={styles.part} aria-labelledby={`${id}-how`}>
        <h3 id={`${id}-how`}>{texts.how}</h3>
        {texts.ways.map(({ name, steps }) => (
          <details key={name} className={styles.way}>
            <summary>{name}</summary>
            <ol>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </details>
        ))}
        <p className={styles.quiet}>{texts.afterwards}</p>
      </section>
      <section className={styles.part} aria-labelledby={`${id}-asked`}>
        <h3 id={`${id}-asked`}>{texts.asked}</h3>
        <p className={styles.quiet}>{mails.length === 0 ? texts.askedNone : texts.askedWarning}</p>
        <ul className={styles.mails} aria-live="polite">
          {mails.map((mail) => (
            <li key={`${mail.receivedAt} ${mail.subject}`} className={styles.mail}>
              <p className={styles.subject} dir="auto">
                {mail.subject}
              </p>
              <p className={styles.quiet}>
                <bdi>{texts.from(mail.from)}</bdi>, <time>{exactTime(mail.receivedAt)}</time>
              </p>
              <MessageText text={mail.text} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
