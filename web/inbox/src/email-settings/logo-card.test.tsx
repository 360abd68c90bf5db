import { createEmailApi } from "@shopbell/sync/email-api";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { LogoCard } from "./logo-card.tsx";

let logo: { version: string; width: number; height: number } | null;
let deleted: number;

beforeEach(() => {
  logo = { version: "v1", width: 400, height: 120 };
  deleted = 0;
  vi.stubGlobal("fetch", async (_url: string, { method }: RequestInit = {}) => {
    if (method === "DELETE") {
      deleted++;
      logo = null;
    }
    return new Response(JSON.stringify({ logo }), {
      headers: { "content-type": "application/json" },
    });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const settled = () => act(async () => void (await new Promise((done) => setTimeout(done))));

async function card() {
  const rendered = render(
    <InStore session={aSession([], [])}>
      <LogoCard api={createEmailApi("s1")} />
    </InStore>,
  );
  await vi.waitFor(async () => {
    await settled();
    rendered.find("section");
  });
  return rendered;
}

function button(container: HTMLElement, name: string) {
  return [...container.querySelectorAll("button")].find((each) => each.textContent === name);
}

test("the logo is shown beside the name, and named", async () => {
  const { container } = await card();

  const image = container.querySelector("img");
  expect(image?.getAttribute("src")).toBe("/api/staff/stores/s1/logo/content?version=v1");
  expect(image?.alt).toContain("Logo of");
  expect(button(container, "Choose another")).toBeDefined();
});

test("taken away the name stands alone", async () => {
  const { container } = await card();

  act(() => button(container, "Remove")?.click());
  await vi.waitFor(async () => {
    await settled();
    expect(container.querySelector("img")).toBeNull();
  });

  expect(deleted).toBe(1);
  expect(button(container, "Remove")).toBeUndefined();
  expect(container.textContent).toContain("The logo is removed.");
});

test("what takes a while keeps the focus, and is done once", async () => {
  const { container } = await card();
  const choose = button(container, "Choose another");
  const remove = button(container, "Remove");

  act(() => remove?.focus());
  act(() => remove?.click());
  act(() => remove?.click());
  expect(choose?.getAttribute("aria-disabled")).toBe("true");
  expect(document.activeElement).toBe(choose);
  await vi.waitFor(async () => {
    await settled();
    expect(container.querySelector("img")).toBeNull();
  });

  expect(deleted).toBe(1);
  expect(document.activeElement).toBe(choose);
  expect(choose?.textContent).toBe("Choose a picture");
  expect(choose?.hasAttribute("aria-disabled")).toBe(false);
});

test.each([
  ["drawing.svg", "image/svg+xml", "<svg/>"],
  ["notes.pdf", "application/pdf", "%PDF-"],
])("%s is refused with the words for a logo", async (name, type, content) => {
  const { container, find } = await card();
  const input = find("input[type=file]");

  Object.defineProperty(input, "files", { value: [new File([content], name, { type })] });
  act(() => void input.dispatchEvent(new Event("change", { bubbles: true })));

  await vi.waitFor(async () => {
    await settled();
    expect(container.textContent).toContain(
      `${name} cannot be used. Use a PNG, JPEG or WebP picture`,
    );
  });
});
