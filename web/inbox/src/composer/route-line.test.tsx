import type { ConversationSummary, StaffMessage } from "@shopbell/protocol/staff";
import { act } from "react";
import { expect, test } from "vitest";
import { aConversation, aMessage, anna } from "../../testkit/given.ts";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { MailStandingContext, NOTHING_KNOWN } from "../mail/mail-standing.ts";
import { RouteLine } from "./route-line.tsx";

function banner(
  email: string | null,
  canSend: boolean,
  messages: readonly StaffMessage[] = [],
  emailed = 0,
  hearsAnswers = true,
  reach: Pick<ConversationSummary, "unreached"> = {},
): string | null {
  const conversation = aConversation({ customer: { ...anna, email }, emailed, ...reach });
  const session = aSession([conversation], []);
  const state = session.getSnapshot();
  const threads = new Map([[conversation.id, { messages, aside: [] }]]);
  const known = { inbox: { ...state.inbox, threads } };
  const { container } = render(
    <InStore session={aSession([conversation], [], known)}>
      <MailStandingContext value={{ ...NOTHING_KNOWN, canSend, hearsAnswers }}>
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

test("and that it goes later while the address has got many e-mails", () => {
  const event = { type: "email_waits", firstPublicSeq: 4, address: "anna@example.com" };
  const waits = [aMessage(5, { kind: "event", event, text: "", publicSeq: null })];

  expect(banner("anna@example.com", true, waits)).toBe(
    "Anna has left. anna@example.com got many e-mails in a short time: your reply will be sent there later.",
  );
  expect(banner("anna@example.com", true, waits, 4)).toBe(
    "Anna has left. Your reply will be sent to anna@example.com",
  );
});

test("where nobody reads answers by e-mail the composer says so", () => {
  expect(banner("anna@example.com", true, [], 0, false)).toBe(
    "Anna has left. Your reply will be sent to anna@example.com. Answers by e-mail are not read here: it asks for them in the chat.",
  );
  expect(banner("anna@example.com", false, [], 0, false)).toBe(
    "Anna has left. Your reply waits in the chat window.",
  );
});

test("where the last e-mail did not arrive the composer warns of it", () => {
  const reach = { unreached: "bounced" } as const;
  expect(banner("anna@example.com", true, [], 0, true, reach)).toBe(
    "Anna has left. The last e-mail to anna@example.com did not arrive. Your reply will be sent there again.Ask for another",
  );
  expect(banner("anna@example.com", false, [], 0, true, reach)).toBe(
    "Anna has left. Your reply waits in the chat window.",
  );
});

test("and begins the question for another address, where nothing else is begun", () => {
  const conversation = aConversation({ customer: anna, unreached: "bounced" });
  const session = aSession([conversation], []);
  const { container, find } = render(
    <InStore session={session}>
      <MailStandingContext value={{ ...NOTHING_KNOWN, canSend: true }}>
        <RouteLine conversation={conversation.id} customer={anna} place="banner" />
      </MailStandingContext>
    </InStore>,
  );

  act(() => find("button").click());

  expect(session.getSnapshot().drafts.get(conversation.id)?.text).toBe(
    `My e-mail to ${anna.email} did not arrive. Which address should I use?`,
  );
  expect(container.querySelector("button")).toBeNull();
});
