import { expect, test } from "vitest";
import { aConversation, anna } from "../../testkit/given.ts";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { MailStandingContext } from "../mail/mail-standing.ts";
import { RouteLine } from "./route-line.tsx";

function banner(email: string | null, canSend: boolean): string | null {
  const conversation = aConversation({ customer: { ...anna, email } });
  const { container } = render(
    <InStore session={aSession([conversation], [])}>
      <MailStandingContext value={{ canSend, waiting: 0, since: null }}>
        <RouteLine conversation={conversation.id} customer={conversation.customer} place="banner" />
      </MailStandingContext>
    </InStore>,
  );
  return container.textContent;
}

test("the composer says beforehand where the reply goes", () => {
  expect(banner("anna@example.com", true)).toBe(
    "Anna has left. Your reply will be sent to anna@example.com",
  );
  expect(banner("anna@example.com", false)).toBe(
    "Anna has left. Your reply waits in the chat window.",
  );
  expect(banner(null, true)).toBe(
    "Anna has left and gave no e-mail. Your reply waits in the chat window.",
  );
});
