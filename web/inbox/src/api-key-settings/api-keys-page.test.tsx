import { act } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { asInput, render, type } from "../../testkit/render.ts";
import { ApiKeysPage } from "./api-keys-page.tsx";

const made = {
  apiKey: {
    id: "01993a10-4a11-7c3e-8d52-7f0e6a1b2d01",
    name: "Webshop",
    ending: "CCCC",
    scopes: ["read_customers"],
    createdBy: "Lena Berg",
    createdAt: "2026-11-16T09:00:00Z",
    lastUsedAt: null,
  },
  secret: "sbk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACCCC",
};

let lists: number;

beforeEach(() => {
  lists = 0;
  vi.stubGlobal("fetch", async (_: string, { method }: RequestInit = {}) => {
    if (method === "PUT") return Response.json(made);
    lists++;
    return lists === 1 ? Response.json({ apiKeys: [] }) : Response.error();
  });
});

test("a key that was made is shown, though the list of keys cannot be read again", async () => {
  const { container, find } = render(
    <InStore session={aSession([], [])}>
      <ApiKeysPage />
    </InStore>,
  );
  await settled();
  act(() => find("button").click());
  type(asInput(find("input[name=name]")), "Webshop");
  act(() => find("input[name=scope]").click());

  act(() => find("form button[type=submit]").click());
  await settled();

  expect(lists).toBe(2);
  expect(asInput(find("input[readonly]")).value).toBe(made.secret);
  expect(container.textContent).toContain("it is shown this once");
});

async function settled(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}
