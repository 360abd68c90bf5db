import { expect, test, vi } from "vitest";
import { READY } from "../../port/src/messages.ts";
import { openLine } from "./line.ts";

const SERVER = "https://chat.example";

function line() {
  const post = vi.fn();
  const panel = Object.assign(Object.create(window), { postMessage: post });
  const connected = vi.fn();
  const hear = vi.fn();
  const say = openLine(SERVER, { contentWindow: panel }, connected, hear);
  const ask = (data: unknown, origin: string, source: Window | null) =>
    dispatchEvent(new MessageEvent("message", { data, origin, source }));
  return { ask, panel, post, connected, say, hear };
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

test("what was on its way when the line was hung up is not heard", async () => {
  const { ask, panel, post, say, hear } = line();
  ask(READY, SERVER, panel);
  const theirs: MessagePort = post.mock.calls[0]?.[2][0];
  theirs.postMessage({ type: "close" });
  await expect.poll(() => hear.mock.calls.length).toBe(1);

  theirs.postMessage({ type: "keep" });
  say();
  // Messages of one port come in order, so a later one of another port follows what was queued before.
  ask(READY, SERVER, panel);
  const next: MessagePort = post.mock.calls[1]?.[2][0];
  next.postMessage({ type: "close" });
  await expect.poll(() => hear.mock.calls.length).toBe(2);

  expect(hear.mock.calls).toEqual([[{ type: "close" }], [{ type: "close" }]]);
});
