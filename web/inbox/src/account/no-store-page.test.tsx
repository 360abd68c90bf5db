import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { maya } from "../../testkit/given.ts";
import { render } from "../../testkit/render.ts";
import { SignedInApp } from "../signed-in-app.tsx";

afterEach(() => vi.unstubAllGlobals());

test("who belongs to no store any more is told so, on a card from which one can log out", async () => {
  const asked = vi.fn<typeof fetch>(() => Promise.reject(new TypeError("No network")));
  vi.stubGlobal("fetch", asked);
  const me = { staff: { ...maya, email: "maya@hearthlow.example" }, stores: [] };
  const { container, find } = render(<SignedInApp me={me} />);
  await act(() => vi.dynamicImportSettled());
  expect(find("main h1").textContent).toBe("No store to open");
  expect(container.textContent).toContain("Ask the owner of the store");
  expect(container.textContent).toContain("maya@hearthlow.example");

  await act(async () => find("main button").click());
  expect(asked).toHaveBeenCalledWith(
    expect.stringContaining("/api/staff/session"),
    expect.objectContaining({ method: "DELETE" }),
  );
  expect(find("[role=alert]").textContent).toContain("The server does not answer.");
});
