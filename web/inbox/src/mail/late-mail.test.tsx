import { expect, test } from "vitest";
import { render } from "../../testkit/render.ts";
import { timeOfDay } from "../time/format.ts";
import { LateMail } from "./late-mail.tsx";
import { MailStandingContext } from "./mail-standing.ts";

function said(waiting: number, since: string | null): string | null {
  const { container } = render(
    <MailStandingContext value={{ canSend: true, waiting, since }}>
      <LateMail />
    </MailStandingContext>,
  );
  return container.textContent;
}

test("mail that should have left by now is told of calmly", () => {
  const since = "2026-11-16T09:00:00Z";

  expect(said(0, null)).toBe("");
  expect(said(1, since)).toContain(`1 e-mail has not left since ${timeOfDay(since)}.`);
  expect(said(3, since)).toContain("3 e-mails have not left");
});
