import type { WebhookDelivery } from "@shopbell/protocol/webhooks";
import { expect, test } from "vitest";
import { minute } from "../../testkit/given.ts";
import { newestAttempt } from "./newest-attempt.ts";

const sent = (change: Partial<WebhookDelivery>): WebhookDelivery => ({
  id: "d",
  event: "message.created",
  conversation: null,
  createdAt: minute(0),
  state: "delivered",
  attempts: 1,
  nextAttemptAt: null,
  attemptedAt: minute(0),
  status: 204,
  error: null,
  tookMillis: 12,
  ...change,
});

test("what was tried last counts, also when it was made first", () => {
  const again = sent({ state: "failed", attemptedAt: minute(9), error: "timeout" });
  expect(newestAttempt([sent({ attemptedAt: minute(5) }), again])).toEqual({
    at: minute(9),
    hasArrived: false,
  });
});

test("what only waits was not tried", () => {
  const waiting = sent({ state: "waiting", attempts: 0, attemptedAt: null, status: null });
  expect(newestAttempt([waiting])).toBeNull();
  expect(newestAttempt([waiting, sent({})])?.hasArrived).toBe(true);
});
