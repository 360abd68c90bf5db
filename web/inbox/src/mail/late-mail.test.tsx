import { expect, test } from "vitest";
import { render } from "../../testkit/render.ts";
import { timeOfDay } from "../time/format.ts";
import { LateMail } from "./late-mail.tsx";
import { MailStandingContext, NOTHING_KNOWN } from "./mail-standing.ts";

const DAY_MS = 86_400_000;

function said(waiting: number, since: string | null, reason: string | null = null): string | null {
  const { container } = render(
    <MailStandingContext value={{ ...NOTHING_KNOWN, canSend: true, waiting, since, reason }}>
      <LateMail />
    </MailStandingContext>,
  );
  return container.textContent;
}

test("mail that should have left by now is told of calmly", () => {
  const since = new Date().toISOString();

  expect(said(0, null)).toBe("");
  expect(said(1, since)).toContain(`1 e-mail has not left since ${timeOfDay(since)}.`);
  expect(said(3, since)).toContain("3 e-mails have not left");
});

test("since another day than today is said with the day", () => {
  const since = new Date(Date.now() - DAY_MS).toISOString();

  expect(said(1, since)).toContain(`not left since Yesterday ${timeOfDay(since)}.`);
});

test("what somebody has to see to is said", () => {
  const since = new Date().toISOString();

  expect(said(1, since, "quota")).toContain("has sent as much as it may");
  expect(said(1, since, "sender")).toContain("Settings > E-mail");
  expect(said(1, since)).not.toContain("The mail server");
});
