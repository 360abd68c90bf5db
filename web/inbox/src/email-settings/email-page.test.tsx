import type { EmailCheck, EmailSettings } from "@shopbell/protocol/email";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { asInput, render, type } from "../../testkit/render.ts";
import { EmailPage } from "./email-page.tsx";

const running: EmailCheck = {
  id: "0193a001-0000-7000-8000-0000000000c1",
  version: 1,
  startedAt: "2026-11-16T09:41:20Z",
  endedAt: null,
  worked: null,
  steps: [],
};

let stored: EmailSettings;
/** What the server answers with when it is asked for the settings; held back until a test lets it. */
let held: (() => void)[] | null;
let checks: number;

beforeEach(() => {
  const server = { host: "mail.hearthlow.example", user: "chat", hasPassword: true };
  stored = {
    saved: {
      version: 1,
      fromName: "Hearthlow",
      fromAddress: "chat@hearthlow.example",
      plusAddressing: true,
      smtp: { ...server, security: "tls", port: 465 },
      arrival: "imap",
      imap: { ...server, security: "tls", port: 993 },
      folder: "INBOX",
      savedAt: "2026-11-16T09:41:12Z",
      workedAt: null,
    },
    used: "saved",
    earlier: null,
    installation: { from: "chat@hearthlow.example", reads: true },
    forwardTo: null,
    forwardingMails: [],
  };
  held = null;
  checks = 0;
  vi.stubGlobal("fetch", async (url: string, { method, body }: RequestInit = {}) => {
    if (url.endsWith("/logo")) return answer({ logo: null });
    if (url.endsWith("/email-check")) {
      if (method === "POST") checks++;
      return answer({ check: method === "POST" ? running : null });
    }
    if (url.endsWith("/use")) stored = { ...stored, used: "installation" };
    else if (method === "PUT" && stored.saved) {
      const { fromName } = JSON.parse(String(body));
      stored = { ...stored, saved: { ...stored.saved, fromName } };
    } else if (held) await new Promise<void>((done) => held?.push(done));
    return answer(stored);
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const answer = (body: unknown) =>
  new Response(JSON.stringify(body), { headers: { "content-type": "application/json" } });
const settled = () => act(async () => void (await new Promise((done) => setTimeout(done))));

async function page() {
  const rendered = render(
    <InStore session={aSession([], [])}>
      <EmailPage />
    </InStore>,
  );
  await vi.waitFor(async () => {
    await settled();
    rendered.find("form h2");
  });
  const button = (name: string) => {
    const all = [...rendered.container.querySelectorAll("button")];
    const found = all.find((each) => each.textContent === name);
    if (!found) throw new Error(`No button is called ${name}`);
    return found;
  };
  const press = (name: string) => {
    const pressed = button(name);
    act(() => pressed.focus());
    act(() => pressed.click());
    return pressed;
  };
  const name = asInput(rendered.find("[name=fromName]"));
  return { ...rendered, button, press, name };
}

test("whoever starts a test with the keyboard is still at its button while it runs", async () => {
  const { press, button } = await page();

  const pressed = press("Send a test");
  await settled();
  act(() => pressed.click());
  await settled();

  expect(button("Testing")).toBe(pressed);
  expect(pressed.getAttribute("aria-disabled")).toBe("true");
  expect(document.activeElement).toBe(pressed);
  expect(checks).toBe(1);
});

test("what was saved stays in its field, and the focus goes on to the test", async () => {
  const { press, button, name } = await page();
  type(name, "Hearthlow Pottery");

  held = [];
  press("Save");
  await settled();
  expect(name.value).toBe("Hearthlow Pottery");
  const answers = held;
  held = null;
  for (const each of answers) each();
  await vi.waitFor(async () => {
    await settled();
    expect(document.activeElement).toBe(button("Send a test"));
  });

  expect(name.value).toBe("Hearthlow Pottery");
});

test("what is written while it is saved is not lost", async () => {
  const { press, name, button } = await page();
  type(name, "Hearthlow Pottery");

  held = [];
  press("Save");
  await settled();
  type(name, "Hearthlow Pottery and Linen");
  const answers = held;
  held = null;
  for (const each of answers) each();
  await settled();
  await settled();

  expect(name.value).toBe("Hearthlow Pottery and Linen");
  expect(button("Save").getAttribute("aria-disabled")).toBeNull();
});

test("a button that goes when it is done leaves the focus at what it was about", async () => {
  const { press, container } = await page();

  press("Use this Shopbell’s own");
  await settled();

  expect(container.textContent).not.toContain("Use this Shopbell’s own");
  expect(document.activeElement?.tagName).toBe("SECTION");
});
