import { type Rich, strong } from "./rich.ts";

/** Where a reply goes. */
export const routeTexts = {
  online: "Reply will be sent to chat window",
  left: (name: string): Rich => [
    strong(`${name} has left.`),
    " Your reply waits in the chat window.",
  ],
  email: (name: string, address: string): Rich => [
    strong(`${name} has left.`),
    ` Your reply will be sent to ${address}`,
  ],
  later: (name: string, address: string): Rich => [
    strong(`${name} has left.`),
    ` ${address} got many e-mails in a short time: your reply will be sent there later.`,
  ],
  unsure: (name: string, address: string): Rich => [
    strong(`${name} has left.`),
    ` The last e-mail to ${address} did not arrive. Your reply will be sent there again.`,
  ],
  ask: "Ask for another",
  question: (address: string) =>
    `My e-mail to ${address} did not arrive. Which address should I use?`,
  emailOnly: ". Answers by e-mail are not read here: it asks for them in the chat.",
  nowhere: (name: string): Rich => [
    strong(`${name} has left and gave no e-mail.`),
    " Your reply waits in the chat window.",
  ],
  offline: "Saved on this device",
};
