import type { Invitation, TeamMember } from "@shopbell/protocol/team";
import { createTeamApi } from "@shopbell/sync/team-api";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { maya } from "../../testkit/given.ts";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { StaffTab } from "./staff-tab.tsx";

const AT = "2026-11-16T09:00:00Z";

const owner: TeamMember = {
  ...maya,
  email: "maya@hearthlow.example",
  owner: true,
  roles: [],
  status: "joined",
  joinedAt: AT,
  deactivatedAt: null,
  lastActiveAt: AT,
};

const tom: TeamMember = {
  ...owner,
  id: "tom",
  name: "Tom Okafor",
  email: "tom@hearthlow.example",
  owner: false,
  roles: [{ id: "agent", name: "Agent" }],
};

const invitation: Invitation = {
  id: "i1",
  email: "elif@hearthlow.example",
  roles: [{ id: "agent", name: "Agent" }],
  status: "expired",
  invitedBy: "Maya Lindqvist",
  invitedAt: AT,
  expiresAt: AT,
  declinedAt: null,
};

const agent = {
  id: "agent",
  name: "Agent",
  builtIn: true,
  permissions: ["conversation_management"],
  members: 1,
  invited: 1,
};

function page(permissions: readonly string[], mailed: boolean) {
  const team = {
    api: createTeamApi("store"),
    members: [owner, tom],
    invitations: [invitation],
    mailed,
    roles: [agent],
    said: null,
    changed: () => Promise.resolve(),
    failed: () => {},
  };
  return render(
    <InStore session={aSession([], [])} permissions={permissions}>
      <StaffTab team={team} tabs={null} />
    </InStore>,
  );
}

const buttons = (container: HTMLElement) =>
  [...container.querySelectorAll("button")].map(
    (button) => button.getAttribute("aria-label") ?? button.textContent,
  );

test("whoever manages staff can change everybody but the owner", () => {
  const { container } = page(["staff_management"], true);
  expect(buttons(container)).toEqual([
    "Invite staff",
    "Agent, change roles of Tom Okafor",
    "More for Tom Okafor",
    "Agent, change roles of elif@hearthlow.example",
    "Send again: elif@hearthlow.example",
    "More for elif@hearthlow.example",
  ]);
});

test("whoever only administers the inbox reads, and has no control that would not work", () => {
  const { container } = page(["inbox_administration"], true);
  expect(buttons(container)).toEqual([]);
  expect(container.textContent).toContain("Tom Okafor");
  expect(container.textContent).toContain("Expired");
});

test("without mail the link is copied, and the page says so", () => {
  const { container } = page(["staff_management"], false);
  expect(buttons(container)).toContain("Copy link: elif@hearthlow.example");
  expect(container.textContent).toContain("cannot send mail");
});

test("a link that was made has the focus, ready to be copied", async () => {
  const link = "https://chat.hearthlow.example/join#abc";
  vi.stubGlobal("fetch", async () => Response.json({ invitation, link }));
  const { find } = page(["staff_management"], false);
  act(() => find("button[aria-label^='Copy link']").click());
  await act(() => new Promise((resolve) => setTimeout(resolve, 0)));

  expect(document.activeElement).toBe(find("input[readonly]"));
});

afterEach(() => vi.unstubAllGlobals());
