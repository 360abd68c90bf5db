import { act } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { asInput, render, type } from "../../testkit/render.ts";
import { WebhooksPage } from "./webhooks-page.tsx";

const webhook = {
  id: "01993a10-4a11-7c3e-8d52-7f0e6a1b2d21",
  url: "https://shop.example/hooks",
  events: ["message.created"],
  createdBy: "Lena Berg",
  createdAt: "2026-11-16T09:00:00Z",
  paused: null,
  pausedAt: null,
  lastDeliveredAt: null,
  failingSince: null,
  waiting: 0,
  secretsUntil: null,
};
const secret = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

let saved: number;
let webhooks: readonly object[];

beforeEach(() => {
  saved = 0;
  webhooks = [];
  vi.stubGlobal("fetch", async (url: string, { method }: RequestInit = {}) => {
    if (method !== "PUT") return Response.json({ webhooks });
    if (url.endsWith("/secret")) return Response.json({ webhook, secret });
    saved++;
    return saved === 1 ? Response.error() : Response.json({ webhook, secret: null });
  });
});

test("a webhook whose first answer was lost gets a secret that somebody sees", async () => {
  const { find } = await shown();
  act(() => find("button").click());
  type(asInput(find("input[name=url]")), webhook.url);
  act(() => find("input[name=event]").click());

  act(() => find("form button[type=submit]").click());
  await settled();
  expect(find("form").textContent).toContain("does not answer");
  act(() => find("form button[type=submit]").click());
  await settled();

  expect(saved).toBe(2);
  expect(asInput(find("input[readonly]")).value).toBe(secret);
});

test.each([
  [{}, "Works", "Nothing delivered yet"],
  [{ failingSince: "2026-11-16T09:00:00Z", waiting: 3 }, "Failing", "3 wait"],
  [{ paused: "gone", pausedAt: "2026-11-16T09:00:00Z" }, "Off", "nobody any more"],
  [{ paused: "by_hand", pausedAt: "2026-11-16T09:00:00Z" }, "Off", "Turned off"],
  [{ paused: "tired" }, "Off", "tired"],
])("one that is %o is said to be %s", async (change, chip, words) => {
  webhooks = [{ ...webhook, ...change }];

  const { find } = await shown();

  expect(find("li").textContent).toContain(chip);
  expect(find("li").textContent).toContain(words);
});

async function shown() {
  const rendered = render(
    <InStore session={aSession([], [])}>
      <WebhooksPage id={null} />
    </InStore>,
  );
  await settled();
  return rendered;
}

async function settled(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}
