import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { asInput, press, render } from "../../testkit/render.ts";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import { letSingleKeysWork } from "./single-keys.ts";
import { useShortcut } from "./use-shortcut.ts";

afterEach(() => {
  vi.restoreAllMocks();
  letSingleKeysWork(true);
});

function Listener({ run }: { readonly run: () => void }) {
  useShortcut("j", run);
  return <ShortcutsDialog onClose={() => {}} />;
}

function listen() {
  const run = vi.fn();
  const { find } = render(<Listener run={run} />);
  const choice = asInput(find('input[role="switch"]'));
  return { run, choice, toggle: () => act(() => choice.click()) };
}

test("keys pressed alone work until somebody switches them off", () => {
  const { run, choice, toggle } = listen();
  expect(choice.checked).toBe(true);
  press(document.body, "j");
  expect(run).toHaveBeenCalledTimes(1);

  toggle();
  press(document.body, "j");
  expect(run).toHaveBeenCalledTimes(1);

  toggle();
  press(document.body, "j");
  expect(run).toHaveBeenCalledTimes(2);
});

test("the choice is kept in this browser", () => {
  listen().toggle();

  const { run, choice } = listen();
  expect(choice.checked).toBe(false);
  press(document.body, "j");
  expect(run).not.toHaveBeenCalled();
});

test("where storage is forbidden, the choice lasts as long as the page", () => {
  const refuse = () => {
    throw new DOMException("Denied", "SecurityError");
  };
  vi.spyOn(window, "localStorage", "get").mockImplementation(refuse);
  const { run, toggle } = listen();
  toggle();
  press(document.body, "j");
  expect(run).not.toHaveBeenCalled();
  toggle();
  press(document.body, "j");
  expect(run).toHaveBeenCalledTimes(1);
});
