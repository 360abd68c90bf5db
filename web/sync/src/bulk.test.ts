import type { BulkRequest } from "@shopbell/protocol/staff";
import { expect, test } from "vitest";
import { refusal } from "../testkit/fake-post.ts";
import { aSummary } from "../testkit/samples.ts";
import { inBulk } from "./bulk.ts";
import type { StaffApi } from "./staff-api.ts";

const ids = (count: number) => Array.from({ length: count }, (_, index) => `c-${index}`);

function answering(answer: StaffApi["bulk"]) {
  const asked: BulkRequest[] = [];
  const api: Pick<StaffApi, "bulk"> = {
    bulk(request) {
      asked.push(request);
      return answer(request);
    },
  };
  return { api, asked };
}

test("many are asked for a hundred at a time, and told as one", async () => {
  const { api, asked } = answering(async ({ conversations }) => ({
    kind: "done",
    value: {
      done: conversations.slice(2).map((id) => aSummary(id)),
      gone: conversations.slice(0, 1),
      refused: conversations.slice(1, 2).map((conversation) => ({ conversation, code: "gone" })),
    },
  }));

  const { done, gone, refused, failure } = await inBulk(api, ids(230), { type: "resolve" });

  expect(asked.map(({ conversations }) => conversations.length)).toEqual([100, 100, 30]);
  expect([done.length, gone.length, refused.length, failure]).toEqual([224, 3, 3, null]);
});

test("what was done stays done when the server goes in between", async () => {
  const { api, asked } = answering(async ({ conversations }) =>
    asked.length === 1
      ? {
          kind: "done",
          value: { done: conversations.map((id) => aSummary(id)), gone: [], refused: [] },
        }
      : refusal(503, "not_now"),
  );

  const { done, failure } = await inBulk(api, ids(250), { type: "read" });

  expect(done).toHaveLength(100);
  expect(failure).toMatchObject({ status: 503 });
  expect(asked).toHaveLength(2);
});
