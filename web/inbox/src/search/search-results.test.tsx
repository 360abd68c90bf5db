import type { HitPage } from "@shopbell/protocol/staff";
import { emptyInbox } from "@shopbell/sync/inbox";
import type { StaffSession } from "@shopbell/sync/staff-session";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { aConversation } from "../../testkit/given.ts";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { press, render, type } from "../../testkit/render.ts";
import { onAnnouncement } from "../announce/announce.ts";
import { partsOf } from "./marked.tsx";
import { SearchField } from "./search-field.tsx";
import { SearchResults } from "./search-results.tsx";

const conversation = aConversation();

const page: HitPage = {
  position: { epoch: "e", feedSeq: 1 },
  hits: [
    { conversation, message: null, order: null },
    {
      conversation,
      message: {
        seq: 7,
        kind: "customer",
        author: null,
        system: null,
        sentAt: "2026-11-16T09:00:00Z",
        parts: [
          { text: "<b>a</b> ", hit: false },
          { text: "lynx", hit: true },
        ],
      },
      order: null,
    },
  ],
  next: null,
};

async function results(session: StaffSession, query = "lynx") {
  const said: string[] = [];
  const quiet = onAnnouncement((text) => text !== null && said.push(text));
  const shown = render(
    <InStore session={session}>
      <SearchResults query={query} view="all" open={undefined} />
    </InStore>,
  );
  await act(async () => {});
  quiet();
  return { ...shown, said };
}

afterEach(() => {
  vi.useRealTimers();
  history.replaceState(null, "", "/");
});

test("what was found is marked, never markup, and leads to the message", async () => {
  const session = aSession([conversation], []);
  const search = () => Promise.resolve({ kind: "done", value: page } as const);

  const { container, said } = await results({ ...session, search });

  expect([...container.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual(["lynx"]);
  expect(container.querySelector("b")).toBeNull();
  const links = [...container.querySelectorAll("a")].map((link) => link.getAttribute("href"));
  expect(links.at(-1)).toMatch(/\/inbox\/messages\/.+\?view=all&q=lynx&at=7$/);
  expect(said).toEqual(["2 results"]);
});

test("what was taken away meanwhile is not shown", async () => {
  const inbox = { ...emptyInbox, toldAt: new Map([[conversation.id, 2]]) };
  const session = aSession([], [], { inbox });
  const search = () => Promise.resolve({ kind: "done", value: page } as const);

  const { container, said } = await results({ ...session, search });

  expect(container.querySelector("a")).toBeNull();
  expect(container.textContent).toContain("Nothing found for “lynx”.");
  expect(said).toEqual(["Nothing found for “lynx”."]);
});

test("a search that did not work can be tried again", async () => {
  const { container } = await results(aSession([], []));

  expect(container.textContent).toContain("The search did not work.");
  expect(container.querySelector("button")).not.toBeNull();
});

test("what a store's system said is told as its own, and a note as a note", async () => {
  const [, hit] = page.hits;
  const message = hit?.message;
  if (!message) throw new Error("no message");
  const hits = [
    { conversation, message: { ...message, kind: "automation", system: "Warehouse" }, order: null },
    { conversation, message: { ...message, seq: 8, kind: "note" }, order: null },
  ] as const;
  const search = () => Promise.resolve({ kind: "done", value: { ...page, hits } } as const);

  const { container } = await results({ ...aSession([conversation], []), search });

  const spoken = [...container.querySelectorAll("a .visually-hidden")].map((el) => el.textContent);
  expect(spoken[0]).toContain("Warehouse: <b>a</b> lynx");
  expect(spoken[1]).toContain("Note.");
});

test("whoever placed an order is found with its number marked", async () => {
  const hits = [{ conversation, message: null, order: "#1002" }];
  const search = () => Promise.resolve({ kind: "done", value: { ...page, hits } } as const);

  const { container } = await results({ ...aSession([conversation], []), search }, "1002");

  expect(container.querySelector("a")?.textContent).toContain("Order #1002");
  expect(container.querySelector("mark")?.textContent).toBe("1002");
});

test("typing goes into the address once it pauses, and Escape takes it out again", () => {
  vi.useFakeTimers();
  history.replaceState(null, "", "/inbox/messages");
  const { find } = render(
    <InStore session={aSession([], [])}>
      <SearchField view="unresolved" open={undefined} />
    </InStore>,
  );

  type(find("input"), "lyn");
  type(find("input"), "lynx");
  expect(location.search).toBe("");
  act(() => void vi.advanceTimersByTime(300));
  expect(location.search).toBe("?q=lynx");

  press(find("input"), "Escape");
  expect(location.search).toBe("");
});

test("a name is marked where what was typed stands in it", () => {
  expect(partsOf("Anna Kowalska", "kowal ann")).toEqual([
    { text: "Ann", hit: true },
    { text: "a ", hit: false },
    { text: "Kowal", hit: true },
    { text: "ska", hit: false },
  ]);
  expect(partsOf("Anna", "zoe")).toEqual([{ text: "Anna", hit: false }]);
});
