import { act } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { asInput, render, type } from "../../testkit/render.ts";
import { IdentityPage } from "./identity-page.tsx";

const key = {
  id: "01993a10-4a11-7c3e-8d52-7f0e6a1b2d11",
  name: "Webshop",
  algorithm: "hs256",
  createdBy: "Lena Berg",
  createdAt: "2026-11-16T09:00:00Z",
  lastUsedAt: null,
};
const secret = "sbi_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACCCC";

let keys: readonly object[];
let wanted: unknown;

beforeEach(() => {
  keys = [];
  wanted = null;
  vi.stubGlobal("fetch", async (url: string, { method, body }: RequestInit = {}) => {
    if (method === "PUT") {
      wanted = JSON.parse(String(body));
      keys = [key];
      return Response.json({ identityKey: key, secret });
    }
    return url.endsWith("/identity-keys")
      ? Response.json({ identityKeys: keys })
      : Response.json({
          id: "s",
          name: "Hearthlow",
          key: "hearthlow-key",
          origins: [],
          timeZone: "UTC",
          snippet: "",
        });
  });
});

test("a secret is shown once, beside code that signs for this store", async () => {
  const { container, find } = render(
    <InStore session={aSession([], [])}>
      <IdentityPage />
    </InStore>,
  );
  await settled();
  expect(container.textContent).toContain("No keys yet");
  expect(container.textContent).toContain('aud: "hearthlow-key"');
  act(() => find("button").click());
  type(asInput(find("input[name=name]")), "Webshop");
  act(() => find("form button[type=submit]").click());
  await settled();

  expect(wanted).toEqual({ name: "Webshop", algorithm: "hs256" });
  expect(asInput(find("input[readonly]")).value).toBe(secret);
});

test("of one's own key the public half is wanted", async () => {
  const { container, find } = render(
    <InStore session={aSession([], [])}>
      <IdentityPage />
    </InStore>,
  );
  await settled();
  act(() => find("button").click());
  type(asInput(find("input[name=name]")), "Webshop");
  act(() => find("input[value=ed25519]").click());
  act(() => find("form button[type=submit]").click());
  await settled();

  expect(wanted).toBeNull();
  expect(container.textContent).toContain("Paste the public key.");
});

test("where there are two, there is no making a third", async () => {
  keys = [key, { ...key, id: "01993a10-4a11-7c3e-8d52-7f0e6a1b2d12", name: "Old" }];
  const { container } = render(
    <InStore session={aSession([], [])}>
      <IdentityPage />
    </InStore>,
  );
  await settled();

  expect(container.querySelectorAll("li")).toHaveLength(2);
  expect(container.textContent).not.toContain("Make a key");
});

async function settled(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}
