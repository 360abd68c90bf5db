import { browserEnvironment } from "@shopbell/sync/environment";
import { createNaps } from "@shopbell/sync/naps";
import { createPersistence } from "@shopbell/sync/retry";
import { putConfirmation } from "@shopbell/sync/shopper-page";
import { afterEach, expect, test, vi } from "vitest";
import { confirm } from "./confirm.tsx";

const EMAIL = "anna@example.com";

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.textContent = "";
});

/** Shows a claim to a server that answers so, one after the other. */
async function shown(...answers: (readonly [status: number, body: unknown])[]) {
  const told: unknown[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: RequestInit) => {
    told.push(JSON.parse(String(body)));
    const [status, answer] = answers[told.length - 1] ?? [500, null];
    return new Response(JSON.stringify(answer), { status });
  });
  const environment = browserEnvironment();
  const confirmed = vi.fn();
  const { ask } = createPersistence({
    naps: createNaps(environment),
    environment,
    isOver: () => false,
    signedOut() {},
  });
  await confirm({
    show: (agreed) => ask(() => putConfirmation("key1", "s", "c", agreed, null)),
    confirmed,
  });
  return { told, confirmed };
}

const words = () => document.querySelector("[role=status]")?.textContent;
const button = (name: string) =>
  [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name);

test("an address that this browser gave is confirmed without a question", async () => {
  const { told, confirmed } = await shown([200, { email: EMAIL, confirmed: true }]);

  expect(words()).toBe(`Your e-mail address ${EMAIL} is confirmed.`);
  expect(told).toEqual([{ claim: "c", agreed: false, renews: true }]);
  expect(confirmed).toHaveBeenCalledOnce();
  button("OK")?.click();
  expect(document.body.textContent).toBe("");
});

test("any other address waits for the shopper's word", async () => {
  const { told, confirmed } = await shown(
    [200, { email: EMAIL, confirmed: false }],
    [200, { email: EMAIL, confirmed: true }],
  );

  expect(words()).toContain(`Is ${EMAIL} your e-mail address?`);
  expect(confirmed).not.toHaveBeenCalled();
  button("Yes, it is mine")?.click();

  await vi.waitFor(() => expect(words()).toContain("is confirmed"));
  await vi.waitFor(() => expect(document.activeElement).toBe(button("OK")));
  expect(told).toEqual([
    { claim: "c", agreed: false, renews: true },
    { claim: "c", agreed: true, renews: true },
  ]);
  expect(confirmed).toHaveBeenCalledOnce();
});

test("whoever says no has told nothing more", async () => {
  const { told, confirmed } = await shown([200, { email: EMAIL, confirmed: false }]);

  button("No")?.click();

  expect(document.body.textContent).toBe("");
  expect(told).toHaveLength(1);
  expect(confirmed).not.toHaveBeenCalled();
});

test.each([
  [410, "confirmation_over", "This link no longer works."],
  [409, "confirmation_of_another", "Nothing has changed"],
])("a refusal (%i %s) is told calmly", async (status, code, beginning) => {
  const { confirmed } = await shown([status, { code, title: "" }]);

  expect(words()).toContain(beginning);
  expect(confirmed).not.toHaveBeenCalled();
});
