import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
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

const waiting = {
  id: "01993a10-4a11-7c3e-8d52-7f0e6a1b2d22",
  event: "webhook.test",
  conversation: null,
  createdAt: "2026-11-16T09:00:00Z",
  state: "waiting",
  attempts: 0,
  nextAttemptAt: null,
  attemptedAt: null,
  status: null,
  error: null,
  tookMillis: null,
};
const arrived = {
  ...waiting,
  state: "delivered",
  attempts: 1,
  attemptedAt: "2026-11-16T09:00:27Z",
  status: 204,
  tookMillis: 12,
};
const failed = { ...arrived, state: "failed", status: 500, error: "refused" };

let saved: number;
let webhooks: readonly object[];
let deliveries: readonly object[];

beforeEach(() => {
  saved = 0;
  webhooks = [];
  deliveries = [];
  vi.stubGlobal("fetch", async (url: string, { method }: RequestInit = {}) => {
    if (url.endsWith("/deliveries")) return Response.json({ deliveries, next: null });
    if (url.includes("/deliveries/") || url.includes("/tests/")) {
      return Response.json({ delivery: deliveries[0] ?? waiting, body: "{}", answer: null });
    }
    if (method !== "PUT") return Response.json({ webhooks });
    if (url.endsWith("/secret")) return Response.json({ webhook, secret });
    saved++;
    return saved === 1 ? Response.error() : Response.json({ webhook, secret: null });
  });
});

afterEach(() => void vi.useRealTimers());

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
  [{}, "Not tried yet", ""],
  [{ lastDeliveredAt: "2026-11-16T09:00:00Z" }, "Works", "Delivered last"],
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

test.each([
  ["Works", [arrived]],
  ["Failing", [failed]],
  ["Not tried yet", [waiting]],
])("what its newest attempt came to makes it %s", async (chip, log) => {
  webhooks = [webhook];
  deliveries = log;
  const list = await shown();
  expect(list.find("li").textContent).toContain(chip);

  const { container } = await shown(webhook.id);
  expect(container.querySelector("h2 ~ p, h1 ~ p, header ~ p")?.textContent).toContain(chip);
});

test("what arrived since counts more than a log that was read before", async () => {
  webhooks = [{ ...webhook, lastDeliveredAt: "2026-11-16T10:00:00Z" }];
  deliveries = [failed];
  const { find } = await shown();

  expect(find("li").textContent).toContain("Works");
});

test("a test is said to be on its way until what came of it is in the log, to the second", async () => {
  webhooks = [webhook];
  const { find, container } = await shown(webhook.id);
  vi.useFakeTimers();
  const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
  const test = [...container.querySelectorAll("button")].find(
    ({ textContent }) => textContent === "Send a test",
  );
  act(() => test?.click());
  await pass(1_500);
  expect(container.textContent).toContain("The test is on its way.");

  deliveries = [failed];
  await pass(2_500);
  expect(container.textContent).not.toContain("The test is on its way.");
  expect(find("ol").textContent).toMatch(/1 attempt: .*:00:27/);
  expect(container.textContent).toContain("The last attempt did not arrive");
});

async function shown(id: string | null = null) {
  const rendered = render(
    <InStore session={aSession([], [])}>
      <WebhooksPage id={id} />
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
