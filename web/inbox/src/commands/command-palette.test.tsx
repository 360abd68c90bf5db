import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { aConversation, anna, minute } from "../../testkit/given.ts";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { asInput, press, render, type } from "../../testkit/render.ts";
import { letSingleKeysWork } from "../keyboard/single-keys.ts";
import { CommandPalette } from "./command-palette.tsx";
import { type Command, useCommands } from "./commands.ts";

afterEach(() => letSingleKeysWork(true));

const people = [
  aConversation({ lastActivityAt: minute(1) }),
  aConversation({
    id: "amara",
    customer: { ...anna, id: "amara", name: "Amara Diallo", email: "amara.d@example.com" },
    lastActivityAt: minute(2),
  }),
];

function Offered({ commands }: { readonly commands: readonly Command[] }) {
  useCommands(commands);
  return null;
}

function opened() {
  const ran: string[] = [];
  const onClose = vi.fn();
  const command = (id: string, name: string, group: Command["group"], keys: string): Command => ({
    id,
    name,
    group,
    keys,
    icon: "check",
    run: () => void ran.push(id),
  });
  const commands = [
    command("place.mine", "Assigned to me", "place", "g m"),
    command("place.all", "All", "place", "g a"),
    command("assign", "Assign to…", "conversation", "a"),
  ];
  function page(isOpen: boolean) {
    return (
      <InStore session={aSession(people, [])} permissions={["conversation_management"]}>
        <Offered commands={commands} />
        {isOpen && <CommandPalette onClose={onClose} />}
      </InStore>
    );
  }
  const { container, find, rerender } = render(page(false));
  rerender(page(true));
  const field = asInput(find("[role=combobox]"));
  return {
    ran,
    onClose,
    field,
    again: () => [rerender(page(false)), rerender(page(true))],
    container,
  };
}

function offered(container: Element): readonly string[] {
  const groups = [...container.querySelectorAll("[role=group]")];
  return groups.map((group) => {
    const names = [...group.querySelectorAll("[role=option]")].map((option) => option.textContent);
    return `${group.getAttribute("aria-label")}: ${names.join(", ")}`;
  });
}

function chosen(container: Element): string | null | undefined {
  return container.querySelector("[aria-selected=true]")?.textContent;
}

test("what can be done here comes first, then where one can go", () => {
  const { container } = opened();

  expect(offered(container)).toEqual([
    "This conversation: Assign to…A",
    "Go to: Assigned to meGthenM, AllGthenA, Notifications, Account",
  ]);
});

test("what is typed finds commands and people, the best first", () => {
  const { container, field } = opened();
  type(field, "a");

  expect(offered(container)).toEqual([
    "This conversation: Assign to…A",
    "Go to: Assigned to meGthenM, AllGthenA, Account, Notifications",
    "People: ADAmara Dialloamara.d@example.com, AKAnna Kowalskaanna@example.com",
    "Messages: Search messages for “a”",
  ]);
  type(field, "kow");
  expect(offered(container)).toEqual([
    "People: AKAnna Kowalskaanna@example.com",
    "Messages: Search messages for “kow”",
  ]);
});

test("it leads to the settings one may open, and no others", () => {
  const administrator = render(
    <InStore session={aSession([], [])} permissions={["inbox_administration"]}>
      <CommandPalette onClose={() => {}} />
    </InStore>,
  );
  expect(offered(administrator.container)).toEqual([
    "Go to: Customer information, FAQs, Quick replies, E-mail, Discount codes, Staff and roles, Audit trail, Widget, API keys, Identity, Webhooks, Account",
  ]);

  const agent = opened();
  expect(offered(agent.container).at(-1)).toBe(
    "Go to: Assigned to meGthenM, AllGthenA, Notifications, Account",
  );
  type(agent.field, "accou");
  press(agent.field, "Enter");
  expect(location.pathname).toBe("/inbox/settings/account");
});

test("arrows walk round, and Enter runs what the field points at", () => {
  const { container, field, ran, onClose } = opened();
  press(field, "ArrowUp");
  expect(chosen(container)).toContain("Account");
  press(field, "ArrowDown");
  expect(chosen(container)).toContain("Assign to…");
  press(field, "ArrowDown");
  const option = container.querySelector("[aria-selected=true]");
  expect(field.getAttribute("aria-activedescendant")).toBe(option?.id);
  press(field, "Enter");

  expect(ran).toEqual(["place.mine"]);
  expect(onClose).toHaveBeenCalledOnce();
});

test("where one went last comes before the other places", () => {
  const { container, field, again } = opened();
  type(field, "all");
  press(field, "Enter");
  again();
  type(asInput(container.querySelector("[role=combobox]") ?? field), "amara");
  press(container.querySelector("[role=combobox]") ?? field, "Enter");
  again();

  expect(offered(container)).toEqual([
    "This conversation: Assign to…A",
    "Recent: ADAmara Dialloamara.d@example.com, AllGthenA",
    "Go to: Assigned to meGthenM, Notifications, Account",
  ]);
});

test("what is no name is looked for in the messages", () => {
  const { container, field, ran } = opened();
  type(field, " zebra crossing ");
  expect(offered(container)).toEqual(["Messages: Search messages for “zebra crossing”"]);
  press(field, "Enter");

  expect(`${location.pathname}${location.search}`).toBe(
    "/inbox/messages?view=all&q=zebra+crossing",
  );
  expect(ran).toEqual([]);
});

test("keys that are switched off are not shown", () => {
  letSingleKeysWork(false);
  const { container } = opened();

  expect(offered(container)[0]).toBe("This conversation: Assign to…");
});

test("pointing at one chooses it, pressing runs it", () => {
  const { container, ran } = opened();
  const option = [...container.querySelectorAll<HTMLElement>("[role=option]")].at(1);
  act(() => option?.dispatchEvent(new PointerEvent("pointermove", { bubbles: true })));
  expect(chosen(container)).toContain("Assigned to me");
  act(() => option?.click());

  expect(ran).toEqual(["place.mine"]);
});
