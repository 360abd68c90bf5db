import { type Rich, strong } from "./rich.ts";

const REASONS: Readonly<Record<string, string>> = {
  "550": "the address does not exist, or takes no mail from this store",
  "551": "the address has moved",
  "552": "the mailbox is full, or the files are too large",
  "553": "the address does not exist",
  "554": "the other side does not take it",
  address: "the address cannot be written to",
  blocked: "the sender is blocked",
  not_configured: "the store had no mail server for three days",
  unreachable: "no mail server took it for three days",
  quota: "the mail server took no more of the store's mails for three days",
  sender: "the mail server took none of the store's mails for three days",
  account_changed:
    "the mail server it went to is not used any more, and never said whether it has it",
};

/** Why a mail did not arrive; what a mail server said itself stays as it is. */
function mailReason(reason: string): string {
  const words = REASONS[reason] ?? reason;
  return words === "" ? "nobody knows why" : words;
}

/** What stands under a message of ours. */
export const deliveryTexts = {
  sending: "Sending",
  offline: "Waiting for connection",
  sent: (time: string) => `Sent ${time}`,
  waiting: "Waits in the chat window",
  goesByEmail: "Goes by e-mail",
  held: "Goes by e-mail later: this address got many e-mails",
  delivered: "Delivered to chat window",
  emailed: "E-mailed",
  bounced: (reason: string) => `E-mail bounced: ${mailReason(reason)}`,
  seen: "Seen",
  failed: "Not sent.",
  retry: "Try again",
  moved: "Not sent, because a colleague replied meanwhile.",
  sendAnyway: "Send anyway",
  mention: "Not sent, because somebody it names may not read it.",
  sendWithoutNames: "Send without telling them",
  continued: "Not sent, because this conversation goes on in a newer one.",
  delete: "Delete",
};

/** What a thread tells of mail. */
export const mailEventTexts = {
  emailWaits: (address: string): Rich => [
    "No more e-mail to ",
    strong(address),
    " for now: it got many in a short time. What it has not got goes in one e-mail later.",
  ],
  emailBounced: (address: string, reason: string): Rich => [
    "The e-mail to ",
    strong(address),
    ` did not arrive. ${reason}`,
  ],
  emailFailed: (address: string, reason: string): Rich => [
    "The e-mail to ",
    strong(address),
    ` was not sent: ${mailReason(reason)}`,
  ],
  autoReply: (subject: string, text: string): Rich => [
    "Automatic reply by e-mail: ",
    strong(subject),
    ` ${text}`,
  ],
};
