import type { NotificationSettings } from "@shopbell/protocol/notification";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { NotificationsPage } from "./notifications-page.tsx";

const ALL = ["message_unassigned", "message_mine", "assigned", "mentioned", "bounced"];
const untouched: NotificationSettings = {
  email: true,
  browser: false,
  sound: "none",
  quietHours: null,
  topics: { email: ALL, browser: ALL, sound: ALL },
  canSendMail: true,
  pushKey: "BA",
};

let stored: NotificationSettings;
let saved: unknown[];

beforeEach(() => {
  stored = untouched;
  saved = [];
  vi.stubGlobal("fetch", async (_url: string, { method, body }: RequestInit = {}) => {
    if (method === "PUT") {
      const sent = JSON.parse(String(body));
      saved.push(sent);
      stored = { ...stored, ...sent };
    }
    return new Response(JSON.stringify(stored), {
      headers: { "content-type": "application/json" },
    });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function page() {
  const rendered = render(
    <InStore session={aSession([], [])}>
      <NotificationsPage />
    </InStore>,
  );
  await vi.waitFor(async () => {
    await settled();
    rendered.find("section");
  });
  return rendered;
}

const settled = () => act(async () => void (await new Promise((done) => setTimeout(done))));

function labelled(container: HTMLElement, label: string): HTMLInputElement {
  const found = [...container.querySelectorAll("label")].find((each) =>
    each.textContent?.includes(label),
  );
  const control = container.querySelector<HTMLInputElement>(`[id="${found?.htmlFor}"]`);
  if (!control) throw new Error(`nothing is called ${label}`);
  return control;
}

test("mails are on and everything else is off until somebody chooses", async () => {
  const { container } = await page();

  expect(container.querySelector("h2")?.textContent).toBe("Staff notifications");
  expect(labelled(container, "Inbox notifications").checked).toBe(true);
  expect(labelled(container, "Browser notifications").checked).toBe(false);
  expect(labelled(container, "Quiet hours").checked).toBe(false);
  expect(labelled(container, "Sound").value).toBe("none");
});

test("what is chosen is saved at once, the last choice last", async () => {
  const { container } = await page();

  act(() => labelled(container, "Inbox notifications").click());
  act(() => labelled(container, "Quiet hours").click());
  await vi.waitFor(async () => {
    await settled();
    expect(saved).toHaveLength(2);
  });

  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const quietHours = { from: "22:00", to: "07:30", timeZone };
  expect(saved).toEqual([
    { email: false, browser: false, sound: "none", quietHours: null, topics: untouched.topics },
    { email: false, browser: false, sound: "none", quietHours, topics: untouched.topics },
  ]);
  expect(labelled(container, "Inbox notifications").checked).toBe(false);
  expect(container.querySelectorAll("input[type=time]")).toHaveLength(2);
  expect(container.textContent).toContain("Saved.");
});

test("of what one is told is chosen for each way that is on", async () => {
  const { container } = await page();
  const cell = (name: string) => {
    const found = container.querySelector<HTMLInputElement>(`[aria-label="${name}"]`);
    if (!found) throw new Error(`nothing is called ${name}`);
    return found;
  };
  expect(cell("Assigned to me: E-mail").checked).toBe(true);
  expect(cell("Assigned to me: Browser").disabled).toBe(true);
  expect(cell("Assigned to me: Sound").disabled).toBe(true);

  act(() => cell("Assigned to me: E-mail").click());
  await vi.waitFor(async () => {
    await settled();
    expect(saved).toHaveLength(1);
  });

  const email = ["message_unassigned", "message_mine", "mentioned", "bounced"];
  expect(saved).toMatchObject([{ topics: { email, browser: ALL, sound: ALL } }]);
  expect(cell("Assigned to me: E-mail").checked).toBe(false);
});

test("a store that cannot send mail says that none comes", async () => {
  stored = { ...untouched, canSendMail: false };

  const { container } = await page();

  expect(container.textContent).toContain("cannot send mail yet");
});
