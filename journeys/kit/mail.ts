import { connect } from "node:net";
import { createInterface } from "node:readline";
import { expect, type Page } from "@playwright/test";
import { isListOf, isNullable, isObject, isText } from "../../web/protocol/src/guard.ts";

/** A mail as its recipient has it. */
export interface Mail {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly files: readonly string[];
  readonly answerTo: string | null;
}

const areMails = isListOf(
  isObject<Mail>({
    id: isText,
    from: isText,
    to: isText,
    subject: isText,
    text: isText,
    files: isListOf(isText),
    answerTo: isNullable(isText),
  }),
);

/** The mails to somebody, newest first, once there are so many. Who left is certainly gone only after a while. */
export async function mailsTo(mailbox: Page, email: string, count: number): Promise<Mail[]> {
  let found: Mail[] = [];
  await expect
    .poll(
      async () => {
        const mails: unknown = await mailbox.evaluate(async () =>
          (await fetch("/mails.json")).json(),
        );
        if (!areMails(mails)) throw new Error("The mailbox does not say what is in it.");
        found = mails.filter(({ to }) => to === email);
        return found.length;
      },
      { timeout: 150_000 },
    )
    .toBe(count);
  return found;
}

/** How a mail program writes an answer, with all that it adds below. */
export type MailProgram = (text: string, answered: Mail) => { text: string; html: string };

export const gmail: MailProgram = (text, answered) => {
  const said = `On Thu, Nov 26, 2026 at 10:15 AM ${answered.from} wrote:`;
  const quoted = answered.text.split(/\r?\n/);
  return {
    text: [text, "", said, "", ...quoted.map((line) => `> ${line}`.trim()), ""].join("\r\n"),
    html: `<div dir="ltr">${text}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${escaped(said)}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${quoted.map(escaped).join("<br>\r\n")}</blockquote></div>\r\n`,
  };
};

export const outlook: MailProgram = (text, answered) => {
  const head = [
    ["From", answered.from],
    ["Sent", "Thursday, November 26, 2026 10:15 AM"],
    ["To", answered.to],
    ["Subject", answered.subject],
  ];
  const quoted = answered.text.split(/\r?\n/);
  const line = "_".repeat(32);
  return {
    text: [text, "", line, ...head.map((each) => each.join(": ")), "", ...quoted].join("\r\n"),
    html: `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body dir="ltr">\r\n<div class="elementToProof" style="font-family: Aptos, sans-serif; font-size: 12pt;">${text}</div>\r\n<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1">\r\n<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">${head.map(([name, value]) => `<b>${name}:</b> ${escaped(value ?? "")}`).join("<br>\r\n")}</font><div>&nbsp;</div></div>\r\n<div>${quoted.map(escaped).join("<br>\r\n")}</div></body></html>\r\n`,
  };
};

/** Answers a mail from its recipient's mail program, by SMTP. */
export async function answerBy(
  smtp: string,
  program: MailProgram,
  answered: Mail,
  text: string,
): Promise<void> {
  const to = answered.answerTo?.match(/<(.*)>/)?.[1] ?? answered.answerTo ?? "";
  const { text: plain, html } = program(text, answered);
  const boundary = `=_${crypto.randomUUID()}`;
  const source = [
    `From: ${answered.to}`,
    `To: ${to}`,
    `Subject: Re: ${answered.subject}`,
    "Date: Thu, 26 Nov 2026 11:02:00 +0100",
    `Message-ID: <${crypto.randomUUID()}@mail.example.com>`,
    `In-Reply-To: ${answered.id}`,
    `References: ${answered.id}`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    "",
    ...part(boundary, "plain", plain),
    ...part(boundary, "html", html),
    `--${boundary}--`,
  ].join("\r\n");
  await handOver(smtp, answered.to, to, source);
}

function part(boundary: string, kind: string, content: string): string[] {
  const lines =
    Buffer.from(content)
      .toString("base64")
      .match(/.{1,76}/g) ?? [];
  const head = `Content-Type: text/${kind}; charset="UTF-8"`;
  return [`--${boundary}`, head, "Content-Transfer-Encoding: base64", "", ...lines];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** As RFC 5321 has it, one line after the other. */
async function handOver(smtp: string, from: string, to: string, source: string): Promise<void> {
  const { hostname, port } = new URL(smtp);
  const socket = connect(Number(port), hostname);
  const answers = createInterface({ input: socket })[Symbol.asyncIterator]();
  const expectAnswer = async (code: string) => {
    for (;;) {
      const { value, done } = await answers.next();
      if (done) throw new Error("The mail server hung up.");
      if (value[3] === "-") continue;
      if (!value.startsWith(code)) throw new Error(`The mail server says: ${value}`);
      return;
    }
  };
  try {
    await expectAnswer("220");
    for (const [line, code] of [
      ["EHLO mail.example.com", "250"],
      [`MAIL FROM:<${from}>`, "250"],
      [`RCPT TO:<${to}>`, "250"],
      ["DATA", "354"],
      [`${source}\r\n.`, "250"],
    ] as const) {
      socket.write(`${line}\r\n`);
      await expectAnswer(code);
    }
  } finally {
    socket.end();
  }
}
