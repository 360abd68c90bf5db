import type { Customer, MessageEmail } from "@shopbell/protocol/staff";
import { lazy, Suspense, useState } from "react";
import { Icon } from "../design/icon.tsx";
import { mailTexts } from "../texts/en-mail.ts";
import styles from "./mail-line.module.css";

const OriginalDialog = lazy(() =>
  import("./original-dialog.tsx").then((module) => ({ default: module.OriginalDialog })),
);

interface Props {
  readonly email: MessageEmail;
  readonly conversation: string;
  readonly seq: number;
  readonly customer: Customer;
}

/** Under a message that came by e-mail: from whom it says it is, what was not taken along, and the way to the original. */
export function MailLine({ email, conversation, seq, customer }: Props) {
  const [open, setOpen] = useState(false);
  const unverified = email.known && !customer.emailVerified;
  return (
    <div className={styles.mail}>
      <p className={styles.line} data-kind={email.known ? undefined : "another"}>
        <Icon name={email.known ? "mail" : "alert"} size={14} />
        <span title={email.known ? email.from : mailTexts.anotherHint}>
          {email.known ? mailTexts.known : mailTexts.another}
          {!email.known && (
            <>
              {" "}
              <bdi>{email.from}</bdi>
            </>
          )}
          {unverified && `, ${mailTexts.unverified}`}
        </span>
        <button
          type="button"
          title={email.folded ? mailTexts.folded : undefined}
          onClick={() => setOpen(true)}
        >
          {email.folded ? mailTexts.all : mailTexts.original}
        </button>
      </p>
      {email.answersAnother && (
        <p className={styles.line} data-kind="another">
          <Icon name="alert" size={14} />
          <span title={mailTexts.claimHint}>{mailTexts.claim}</span>
        </p>
      )}
      {email.cutOff && (
        <p className={styles.line} data-kind="refused">
          <Icon name="alert" size={14} />
          <span>{mailTexts.cutOff}</span>
        </p>
      )}
      {email.refused.map((file) => (
        <p key={file.name} className={styles.line} data-kind="refused" dir="auto">
          <Icon name="info" size={14} />
          <span>{mailTexts.notTaken(file.name, file.code)}</span>
        </p>
      ))}
      {open && (
        <Suspense fallback={null}>
          <OriginalDialog
            email={email}
            conversation={conversation}
            seq={seq}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
