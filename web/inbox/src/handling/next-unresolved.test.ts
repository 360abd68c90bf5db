import { expect, test } from "vitest";
import { aConversation } from "../../testkit/given.ts";
import { nextUnresolved } from "./next-unresolved.ts";

/** "a" waits for an answer, "(a)" is resolved. */
function rows(...ids: readonly string[]) {
  return ids.map((id) =>
    aConversation({
      id: id.replaceAll(/[()]/g, ""),
      status: id.startsWith("(") ? "resolved" : "unresolved",
    }),
  );
}

test.each([
  ["the next one below", ["a", "b", "c"], "b", "c"],
  ["the next one that waits", ["a", "b", "(c)", "d"], "b", "d"],
  ["the one above, at the end", ["a", "b", "(c)"], "b", "a"],
  ["the first, when it is not in the list", ["(a)", "b"], "x", "b"],
  ["nothing, when nothing waits", ["(a)", "b"], "b", undefined],
] as const)("after one comes %s", (_, ids, from, next) => {
  expect(nextUnresolved(rows(...ids), from)).toBe(next);
});
