import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { EmojiPicker, signOf } from "./emoji-picker.tsx";

const page = document.documentElement;

afterEach(() => {
  render(null, document.body);
  page.lang = "en";
  page.dir = "ltr";
});

function shown(language: "en" | "ar") {
  page.lang = language;
  page.dir = language === "ar" ? "rtl" : "ltr";
  const choose = vi.fn();
  const close = vi.fn();
  act(() => render(<EmojiPicker touch={false} choose={choose} close={close} />, document.body));
  const press = (key: string) =>
    act(() => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    });
  const active = () => {
    const id = document.activeElement?.getAttribute("aria-activedescendant") ?? "";
    return document.getElementById(id);
  };
  return { choose, close, press, active };
}

test("what is looked for is found by its name and chosen with Enter", () => {
  const { choose, press, active } = shown("en");
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) throw new Error("Nothing to write in has the focus.");

  act(() => {
    field.value = "party popper";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });

  expect(active()?.getAttribute("aria-label")).toBe("party popper");
  expect(document.querySelector("[role=status]")?.textContent).toBe("party popper");
  press("Enter");
  expect(choose).toHaveBeenCalledExactlyOnceWith("🎉");
});

test("arrows go through them, and Escape closes them and not the chat behind", () => {
  const { close, press, active } = shown("en");
  const heard = vi.fn();
  addEventListener("keydown", heard);

  press("ArrowRight");
  expect(active()?.id).toBe("emoji-1");
  press("ArrowDown");
  expect(active()?.id).toBe("emoji-9");
  press("ArrowUp");
  press("ArrowLeft");
  press("ArrowLeft");
  expect(active()?.id).toBe("emoji-0");
  press("Escape");

  expect(close).toHaveBeenCalledOnce();
  expect(heard).not.toHaveBeenCalled();
  removeEventListener("keydown", heard);
});

test("in Arabic they are in groups with Arabic names, and arrows go the way one reads", () => {
  const { choose, press, active } = shown("ar");

  expect(document.querySelector("input")).toBeNull();
  expect(document.activeElement?.getAttribute("role")).toBe("listbox");
  expect(document.querySelector("[role=group]")?.getAttribute("aria-label")).toBe("وجوه ومشاعر");
  press("ArrowLeft");
  expect(active()?.id).toBe("emoji-1");
  press("Enter");
  expect(choose).toHaveBeenCalledOnce();
});

test("a press elsewhere closes them", () => {
  const { close } = shown("en");
  document
    .querySelector("[role=option]")
    ?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  expect(close).not.toHaveBeenCalled();
  document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  expect(close).toHaveBeenCalledOnce();
});

test("a code that ends a text is one emoji, and a time of day is none", () => {
  expect(signOf("Nice :tada:")).toEqual(["🎉", 6]);
  expect(signOf(":+1:")).toEqual(["👍️", 4]);
  for (const text of ["at 10:30:", "http://a:b:", ":nothing_like_it:", "::", "Nice :tada"]) {
    expect(signOf(text)[0]).toBeUndefined();
  }
});
