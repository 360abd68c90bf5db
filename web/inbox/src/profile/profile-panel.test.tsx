import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aConversation, anna } from "../../testkit/given.ts";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { ProfilePanel } from "./profile-panel.tsx";

const dorothea = { id: "c-77", name: "Dorothea Okonkwo", email: anna.email, lastOrderAt: null };

let shopCustomer: string | null;
let asked: string[];

beforeEach(() => {
  asked = [];
  vi.stubGlobal("fetch", async (url: string, { method = "GET" }: RequestInit = {}) => {
    if (method === "PUT") shopCustomer = dorothea.id;
    else asked.push(url.slice(url.indexOf(aConversation().id) + aConversation().id.length));
    return Response.json(answerTo(url));
  });
});

afterEach(() => vi.unstubAllGlobals());

function answerTo(url: string): object {
  if (url.endsWith("/orders")) return { orders: [], count: 0, sums: [], next: null };
  if (url.endsWith("/threads")) return { conversations: [] };
  if (url.endsWith("/notes")) return { notes: [] };
  if (url.endsWith("/pages")) return { pages: null };
  if (url.endsWith("/cart")) return { cart: null };
  return {
    profile: {
      writer: { ...anna, firstSeenAt: "2026-11-16T09:00:00Z" },
      link: shopCustomer && { shopCustomer, by: "staff", customer: null },
      possibleMatches: { count: shopCustomer ? 0 : 1, some: shopCustomer ? [] : [dorothea] },
    },
  };
}

async function shown() {
  const panel = render(
    <InStore session={aSession([aConversation()], [])}>
      <ProfilePanel summary={aConversation()} covers={false} onClose={() => {}} />
    </InStore>,
  );
  await settled();
  expect(panel.container.textContent).toContain(anna.email);
  return panel;
}

function timesAsked(what: string): number {
  return asked.filter((url) => url === what).length;
}

test("of somebody who is linked everything is asked for once", async () => {
  shopCustomer = dorothea.id;
  await shown();

  for (const part of ["/profile", "/profile/orders", "/profile/threads", "/profile/notes"]) {
    expect([part, timesAsked(part)]).toEqual([part, 1]);
  }
});

test("a part is called by its title alone, and an address is there in full", async () => {
  shopCustomer = dorothea.id;
  const { container } = await shown();
  const titles = [...container.querySelectorAll("section[aria-labelledby]")].map(
    (section) =>
      document.getElementById(section.getAttribute("aria-labelledby") ?? "")?.textContent,
  );

  expect(titles).toContain("Staff notes");
  expect(container.querySelector("h3 button")).toBeNull();
  const cut = [...container.querySelectorAll("dd .truncate")].map(({ textContent }) => textContent);
  expect(cut.join()).not.toContain(anna.email);
});

test("whom somebody is linked to by hand, their orders and threads are asked for anew", async () => {
  shopCustomer = null;
  const { find } = await shown();
  act(() => find('button[aria-label*="Dorothea"]').click());
  await settled();

  expect(timesAsked("/profile/orders")).toBe(2);
  expect(timesAsked("/profile/threads")).toBe(2);
});

async function settled(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
}
