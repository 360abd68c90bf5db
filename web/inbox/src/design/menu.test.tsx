import { act } from "react";
import { expect, test, vi } from "vitest";
import { press, render } from "../../testkit/render.ts";
import { Menu, MenuEntry } from "./menu.tsx";
import { useMenu } from "./use-menu.ts";

const chosen = vi.fn();

function Views() {
  const menu = useMenu();
  return (
    <div>
      <button {...menu.openerProps} type="button">
        Open
      </button>
      {menu.open && (
        <Menu {...menu.menuProps} label="Views" place="below">
          {["All", "Unread", "Unresolved"].map((view) => (
            <MenuEntry key={view} checked={view === "Unread"} onChoose={() => chosen(view)}>
              {view}
            </MenuEntry>
          ))}
        </Menu>
      )}
    </div>
  );
}

function opened() {
  const page = render(<Views />);
  const opener = page.find("button");
  opener.focus();
  press(opener, "ArrowDown");
  return { ...page, opener };
}

const focused = () => document.activeElement?.textContent;

test("it opens on what is chosen, and keys move in a circle", () => {
  const { opener } = opened();
  expect(opener.getAttribute("aria-expanded")).toBe("true");
  expect(focused()).toBe("Unread");
  for (const [key, expected] of [
    ["ArrowDown", "Unresolved"],
    ["ArrowDown", "All"],
    ["ArrowUp", "Unresolved"],
    ["Home", "All"],
    ["End", "Unresolved"],
    ["a", "All"],
    ["u", "Unread"],
    ["u", "Unresolved"],
  ] as const) {
    press(document.activeElement ?? document, key);
    expect(focused()).toBe(expected);
  }
});

test("Esc closes and gives the focus back", () => {
  const { opener, container } = opened();
  press(document.activeElement ?? document, "Escape");

  expect(container.querySelector("[role=menu]")).toBeNull();
  expect(document.activeElement).toBe(opener);
});

test("a press outside closes", () => {
  const { container } = opened();
  act(() => {
    document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  });

  expect(container.querySelector("[role=menu]")).toBeNull();
});
