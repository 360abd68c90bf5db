import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { asInput, render } from "../../testkit/render.ts";
import { texts } from "../texts/en.ts";
import { SetupForm } from "./setup-form.tsx";

const { refusals } = texts.setup;

const GOOD = {
  code: "AAAA-BBBB-CCCC-DDDD",
  "owner.name": "Käthe Berg",
  "owner.email": "kaethe@pots.example",
  "owner.password": "eleven pots on a shelf",
  "store.name": "Pots",
  "store.origin": "https://pots.example",
  publicUrl: "https://chat.pots.example",
};

afterEach(() => vi.unstubAllGlobals());

function setup(values: Partial<typeof GOOD>) {
  const asked = vi.fn<typeof fetch>(() => Promise.reject(new TypeError("No network")));
  vi.stubGlobal("fetch", asked);
  const { find } = render(<SetupForm onDone={() => {}} onClosed={() => {}} />);
  const input = (name: string) => asInput(find(`[name="${name}"]`));
  for (const [name, value] of Object.entries({ ...GOOD, ...values })) input(name).value = value;

  const errorAt = (name: string) => {
    if (!input(name).hasAttribute("aria-invalid")) return null;
    return document.getElementById(input(name).getAttribute("aria-describedby") ?? "")?.textContent;
  };
  const submit = () =>
    act(async () => {
      find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    });
  return { asked, submit, input, errorAt };
}

test("every mistake is told at once, and none costs a try of the code", async () => {
  const { asked, submit, input, errorAt } = setup({
    "owner.name": " ",
    "owner.email": "kaethe@",
    "owner.password": "eleven pots",
    "store.name": "",
    "store.origin": "",
    publicUrl: "",
  });
  await submit();

  expect(errorAt("code")).toBeNull();
  expect(errorAt("owner.name")).toBe(refusals.name_empty);
  expect(errorAt("owner.email")).toBe(refusals.email_incomplete);
  expect(errorAt("owner.password")).toBe(refusals.password_too_short);
  expect(errorAt("store.name")).toBe(refusals.name_empty);
  expect(errorAt("store.origin")).toBe(refusals.origin_invalid);
  expect(errorAt("publicUrl")).toBe(refusals.public_url_invalid);
  expect(document.activeElement).toBe(input("owner.name"));
  expect(asked).not.toHaveBeenCalled();
});

test("a missing code is told without asking the server", async () => {
  const { asked, submit, errorAt } = setup({ code: "" });
  await submit();

  expect(errorAt("code")).toBe(texts.setup.codeMissing);
  expect(asked).not.toHaveBeenCalled();
});

test.each([
  ["eleven emoji", "🏺".repeat(11), refusals.password_too_short],
  ["two hundred and one letters", `${"ab".repeat(100)}c`, refusals.password_too_long],
])("a password of %s is refused, counted as a reader counts", async (_, password, text) => {
  const { submit, errorAt } = setup({ "owner.password": password });
  await submit();

  expect(errorAt("owner.password")).toBe(text);
});

test("what looks right goes to the server, which knows more", async () => {
  const { asked, submit, errorAt } = setup({ "owner.password": "🏺".repeat(12) });
  await submit();

  expect(asked).toHaveBeenCalledOnce();
  expect(errorAt("owner.password")).toBeNull();
});
