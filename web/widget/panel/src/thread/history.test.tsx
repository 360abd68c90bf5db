import type { ShopperHistory } from "@shopbell/protocol/shopper";
import { browserEnvironment } from "@shopbell/sync/environment";
import { render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import { SETTINGS } from "../../../testkit/settings.ts";
import { openShopPage } from "../../../testkit/shop-page.ts";
import { texts } from "../../../testkit/texts.ts";
import { createChat } from "../chat/chat.ts";
import { SurroundingsProvider } from "../surroundings.ts";
import { timesIn } from "../texts/times.ts";
import { partOf } from "../use-fetched.ts";
import { History } from "./history.tsx";

afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
  document.documentElement.lang = "en";
});

/** Everything is on screen. */
class SeenAtOnce {
  private readonly tell: (seen: readonly { readonly isIntersecting: boolean }[]) => void;
  constructor(tell: SeenAtOnce["tell"]) {
    this.tell = tell;
  }
  observe(): void {
    queueMicrotask(() => this.tell([{ isIntersecting: true }]));
  }
  disconnect(): void {}
}

const page = (
  thread: string | null,
  said: readonly string[],
  next: string | null,
  conversation = "open",
): ShopperHistory => ({
  conversation: {
    id: conversation,
    lastPublicSeq: 1,
    delivered: 0,
    seen: 0,
    staffSeen: 0,
    blocked: false,
    continues: true,
    version: 2,
  },
  thread,
  messages: said.map((text, index) => ({
    id: text,
    publicSeq: index + 1,
    kind: "customer",
    author: null,
    text,
    attachments: [],
    sentAt: "2024-03-03T10:00:00Z",
  })),
  next,
});

async function shown(answers: readonly (ShopperHistory | number)[]) {
  vi.stubGlobal("IntersectionObserver", SeenAtOnce);
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    const answer = answers[asked.length];
    asked.push(url);
    return typeof answer === "object"
      ? Response.json(answer)
      : Response.json({ status: answer, code: "internal", title: "" }, { status: answer ?? 500 });
  });
  const { shop } = await openShopPage();
  const surroundings = {
    settings: SETTINGS,
    texts: texts.en,
    times: timesIn("en", "en-GB", texts.en),
    chat: createChat("key1", shop, browserEnvironment()),
    faqs: partOf(async () => []),
    attended: { now: undefined },
    touch: false,
    draft: { read: () => "", write() {} },
    close() {},
  };
  render(
    <SurroundingsProvider value={surroundings}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as the log of the panel */}
      <div role="log" tabIndex={0}>
        <History conversation="open" />
      </div>
    </SurroundingsProvider>,
    document.body,
  );
  await vi.waitFor(() => expect(asked.length).toBeGreaterThanOrEqual(answers.length));
  await new Promise((resolve) => setTimeout(resolve));
  return asked;
}

const said = () =>
  [...document.querySelectorAll("section")].map((section) => [
    section.getAttribute("aria-label"),
    ...[...section.querySelectorAll("p[dir=auto]")].map(({ textContent }) => textContent),
  ]);

test("goes back page by page, and sets each conversation off from what was said after it", async () => {
  const asked = await shown([
    page("b", ["Three", "Four"], "at b2"),
    page("b", ["Two"], "at a9"),
    page("a", ["One"], null),
  ]);

  await vi.waitFor(() =>
    expect(said()).toEqual([
      ["Earlier conversation, 3 March 2024", "One"],
      ["Earlier conversation, 3 March 2024", "Two", "Three", "Four"],
    ]),
  );
  expect(asked.map((url) => new URL(url, "http://x").searchParams.get("before"))).toEqual([
    null,
    "at b2",
    "at a9",
  ]);
  expect(document.querySelector(".history-more")).toBeNull();
  // Where one's own messages got to is said in the open conversation alone.
  expect(document.body.textContent).not.toMatch(/Sent|Seen/);
});

test("the title of a conversation stands above it, and where the open one begins is said once", async () => {
  await shown([page("b", ["Two"], "at a9"), page("a", ["One"], null)]);

  const earlier = "Earlier conversation, 3 March 2024";
  await vi.waitFor(() =>
    expect(
      [...document.querySelectorAll(".history-title, p[dir=auto]")].map(
        ({ textContent }) => textContent,
      ),
    ).toEqual([earlier, "One", earlier, "Two", "This conversation"]),
  );
});

test("says so when it could not be loaded, and tries again without losing the focus", async () => {
  const asked = await shown([500]);
  await vi.waitFor(() => expect(document.querySelector("[role=alert]")).not.toBeNull());
  expect(document.body.textContent).toContain("Earlier messages could not be loaded.");

  document.querySelector("button")?.focus();
  document.querySelector("button")?.click();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(document.activeElement?.getAttribute("role")).toBe("log");
});

test("of somebody else's, whose this browser became meanwhile, nothing is shown above this one", async () => {
  await shown([page("c", ["A secret"], null, "another")]);

  await vi.waitFor(() => expect(document.querySelector(".history-more")).toBeNull());
  expect(document.body.textContent).not.toContain("A secret");
});

test("in Arabic its words are Arabic", async () => {
  document.documentElement.lang = "ar";
  await shown([page("a", ["One"], null)]);

  await vi.waitFor(() => expect(document.body.textContent).toContain("محادثة سابقة"));
});
