import { expect, test } from "vitest";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { Navigation } from "./navigation.tsx";

function linksFor(permissions: readonly string[]) {
  const { container } = render(
    <InStore session={aSession([], [])} permissions={permissions}>
      <Navigation />
    </InStore>,
  );
  return [...container.querySelectorAll("a")].map(({ textContent }) => textContent);
}

test("who sees no conversations is led to the settings alone", () => {
  expect(linksFor(["staff_management"])).toEqual(["Settings"]);
});

test("who sees them is led there, too", () => {
  expect(linksFor(["conversation_management"])).toEqual([
    "Inbox",
    "Overview",
    "Messages",
    "Settings",
  ]);
});
