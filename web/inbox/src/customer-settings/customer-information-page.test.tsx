import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { CustomerInformationPage } from "./customer-information-page.tsx";

let stored: boolean;
let saved: unknown[];
let refusal: string | null;

beforeEach(() => {
  stored = false;
  saved = [];
  refusal = null;
  vi.stubGlobal("fetch", async (_url: string, { method, body }: RequestInit = {}) => {
    if (method === "PUT") {
      const sent = JSON.parse(String(body));
      saved.push(sent);
      if (refusal) return new Response(JSON.stringify({ code: refusal }), { status: 403 });
      stored = sent.pagesVisited;
    }
    return new Response(JSON.stringify({ pagesVisited: stored }));
  });
});

afterEach(() => vi.unstubAllGlobals());

const settled = () => act(async () => void (await new Promise((done) => setTimeout(done))));

async function page() {
  const { container } = render(
    <InStore session={aSession([], [])}>
      <CustomerInformationPage />
    </InStore>,
  );
  await settled();
  const control = () => {
    const input = container.querySelector<HTMLInputElement>("[role=switch]");
    if (!input) throw new Error("there is no switch");
    return input;
  };
  return { container, control };
}

async function press(element: HTMLElement | null | undefined) {
  act(() => element?.click());
  await settled();
  await settled();
}

test("it is off, says what is kept, for how long, and that shoppers are to be told", async () => {
  const { container, control } = await page();

  expect(control().checked).toBe(false);
  const hint = container.querySelector(`[id="${control().getAttribute("aria-describedby")}"]`);
  for (const word of ["newest 50", "as long as the conversation", "deleted", "privacy policy"]) {
    expect(hint?.textContent).toContain(word);
  }
});

test("it is switched on at once", async () => {
  const { container, control } = await page();
  await press(control());

  expect(saved).toEqual([{ pagesVisited: true }]);
  expect(control().checked).toBe(true);
  expect(container.querySelector("[role=status]")?.textContent).toContain("from now on");
});

test("it asks before what was kept is deleted, and nothing is when one thinks better of it", async () => {
  stored = true;
  const { container, control } = await page();
  await press(control());

  expect(saved).toEqual([]);
  expect(control().checked).toBe(true);
  expect(container.querySelector("dialog")?.textContent).toContain("cannot be undone");
  await press(container.querySelector<HTMLElement>("dialog form button[type=submit]"));
  expect(saved).toEqual([{ pagesVisited: false }]);
  expect(control().checked).toBe(false);
});

test("a refusal is said, and the switch stays as it was", async () => {
  refusal = "not_permitted";
  const { container, control } = await page();
  await press(control());

  expect(control().checked).toBe(false);
  expect(container.querySelector("[role=alert]")?.textContent).toContain("roles do not allow");
});
