import { expect, test } from "vitest";
import { aConversation, minute } from "../../testkit/given.ts";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { Navigation } from "./navigation.tsx";

function linksFor(permissions: readonly string[]) {
  const { container } = render(
    <InStore session={aSession([], [])} permissions={permissions}>
      <Navigation />
    </InStore>,
  );
  return [...container.querySelectorAll("a")].map(({ textContent }) => textContent);
}

test("who sees no conversations is led to the settings alone", () => {
  expect(linksFor(["staff_management"])).toEqual(["Settings"]);
});

test("who sees them is led there, too", () => {
  expect(linksFor(["conversation_management"])).toEqual([
    "Inbox",
    "Overview",
    "Messages",
    "Settings",
  ]);
});

test("a note that names one leads to its conversation, resolved or not, the newest first", () => {
  const known = [
    aConversation({ id: "older", mentioned: true }),
    aConversation({
      id: "newer",
      mentioned: true,
      status: "resolved",
      lastActivityAt: minute(5),
    }),
    aConversation({ id: "other", lastActivityAt: minute(9) }),
  ];
  const page = (conversations: typeof known) => (
    <InStore session={aSession(conversations, [])} permissions={["conversation_management"]}>
      <Navigation />
    </InStore>
  );
  const { find, container } = render(page(known));
  const link = find("a[title=Mentions]");
  expect(link.getAttribute("href")).toBe("/inbox/messages/newer?view=all");
  expect(link.querySelector("[data-badge]")?.textContent).toBe(
    "22 conversations with notes that name you",
  );

  const nothing = render(page(known.slice(2)));
  expect(nothing.container.querySelector("a[title=Mentions]")).toBeNull();
  expect(container.querySelectorAll("a[title=Mentions]")).toHaveLength(1);
});
