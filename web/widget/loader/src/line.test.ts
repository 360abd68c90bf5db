import { expect, test, vi } from "vitest";
import { READY } from "../../port/src/messages.ts";
import { openLine } from "./line.ts";

const SERVER = "https://chat.example";

function line() {
  const post = vi.fn();
  const panel = Object.assign(Object.create(window), { postMessage: post });
  const connected = vi.fn();
  openLine(SERVER, { contentWindow: panel }, connected, () => {});
  const ask = (data: unknown, origin: string, source: Window | null) =>
    dispatchEvent(new MessageEvent("message", { data, origin, source }));
  return { ask, panel, post, connected };
}

test("the panel's window on the server's origin gets a port, sent to that origin only", () => {
  const { ask, panel, post, connected } = line();

  ask(READY, SERVER, panel);

  expect(post).toHaveBeenCalledExactlyOnceWith(READY, SERVER, [expect.anything()]);
  expect(connected).toHaveBeenCalledOnce();
});

test("no other origin gets a port, even in the panel's window", () => {
  const { ask, panel, post } = line();

  ask(READY, "https://evil.example", panel);

  expect(post).not.toHaveBeenCalled();
});

test("no other window gets a port, even on the server's origin", () => {
  const { ask, post } = line();

  ask(READY, SERVER, window);
  ask(READY, SERVER, null);

  expect(post).not.toHaveBeenCalled();
});

test("a message that asks for nothing gets nothing", () => {
  const { ask, panel, post } = line();

  ask("hello", SERVER, panel);
  ask({ ready: true }, SERVER, panel);

  expect(post).not.toHaveBeenCalled();
});
