import type { InboxSnapshot } from "@shopbell/protocol/staff";
import { standingsOf } from "@shopbell/sync/inbox-counts";
import type { StaffSession } from "@shopbell/sync/staff-session";
import { act } from "react";
import { expect, test } from "vitest";
import { maya } from "../../testkit/given.ts";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { press, render } from "../../testkit/render.ts";
import { keepPlace, lastPlace, messagesPath } from "./view.ts";
import { ViewMenu } from "./view-menu.tsx";

const many = (count: number) => Array.from({ length: count }, (_, index) => `one-${index}`);

function counting(views: InboxSnapshot["views"]): StaffSession {
  const session = aSession([], []);
  const state = session.getSnapshot();
  const counted = { ...state, inbox: { ...state.inbox, standings: standingsOf(views) } };
  return { ...session, getSnapshot: () => counted };
}

function opened(othersOffered: boolean) {
  const session = counting({
    unresolved: many(18),
    resolved: null,
    mine: many(3),
    unassigned: [],
    blocked: many(2),
  });
  const { container, find } = render(
    <InStore session={session}>
      <ViewMenu place="unresolved" open="a" othersOffered={othersOffered} />
    </InStore>,
  );
  press(document.body, "v");
  const menu = find("[role=menu]");
  return { container, menu };
}

const listed = (menu: HTMLElement) =>
  [...menu.children].map((each) => (each.localName === "hr" ? "-" : each.textContent));

test("V opens the views in their order, with how many there are in each", () => {
  const { menu } = opened(false);

  expect(listed(menu)).toEqual([
    "All999+",
    "Unread0",
    "Unresolved18",
    "Resolved999+",
    "-",
    "Assigned to me3",
    "Unassigned0",
    "-",
    "Blocked2",
  ]);
  expect(document.activeElement?.textContent).toBe("Unresolved18");
});

test("what is assigned to others comes last, and is not counted", () => {
  expect(listed(opened(true).menu).at(-1)).toBe("Assigned to others");
});

test("choosing another view keeps the conversation open", () => {
  const { container } = opened(false);
  const mine = [...container.querySelectorAll<HTMLElement>("[role=menuitemradio]")].at(4);
  act(() => mine?.click());

  expect(`${location.pathname}${location.search}`).toBe("/inbox/messages/a?view=mine");
  expect(container.querySelector("[role=menu]")).toBeNull();
});

test("what is looked for is looked for in the other view, too", () => {
  history.replaceState(null, "", "/inbox/messages/a?q=glaze");
  const { container } = opened(true);
  const choose = (name: string) =>
    act(() =>
      [...container.querySelectorAll<HTMLElement>("[role=menuitemradio]")]
        .find((entry) => entry.textContent?.startsWith(name))
        ?.click(),
    );
  choose("Resolved");
  expect(location.search).toBe("?view=resolved&q=glaze");

  press(document.body, "v");
  choose("Assigned to others");
  expect(location.search).toBe("?view=others");
});

test("where one was last is remembered per person", () => {
  expect(lastPlace(maya.id)).toBe("unresolved");
  keepPlace(maya.id, "mine");

  expect(messagesPath(lastPlace(maya.id))).toBe("/inbox/messages?view=mine");
  expect(lastPlace("somebody-else")).toBe("unresolved");
});
