import { afterEach, expect, test, vi } from "vitest";
import { READY } from "../../../port/src/messages.ts";
import { awaitPort } from "./port.ts";

afterEach(() => vi.unstubAllGlobals());

function framed() {
  const shopPage = Object.assign(Object.create(window), { postMessage: vi.fn() });
  vi.stubGlobal("parent", shopPage);
  const got = vi.fn();
  void awaitPort().then(got);
  const { port1 } = new MessageChannel();
  const offer = async (source: Window | null, data: unknown = READY, ports = [port1]) => {
    dispatchEvent(new MessageEvent("message", { data, source, ports }));
    await Promise.resolve();
  };
  return { shopPage, got, offer, port: port1 };
}

test("the panel asks the window that frames it, and says nothing else", () => {
  const { shopPage } = framed();

  expect(shopPage.postMessage).toHaveBeenCalledExactlyOnceWith(READY, "*");
});

test("the port of the window that frames it is taken", async () => {
  const { shopPage, got, offer, port } = framed();

  await offer(shopPage);

  expect(got).toHaveBeenCalledOnce();
  expect(got.mock.calls[0]?.[0]).toBe(port);
});

test("the port of any other window is ignored", async () => {
  const { got, offer } = framed();

  await offer(window);
  await offer(null);
  await offer(Object.create(window));

  expect(got).not.toHaveBeenCalled();
});

test("other messages of the shop's page are ignored", async () => {
  const { shopPage, got, offer } = framed();

  await offer(shopPage, "something else");
  await offer(shopPage, READY, []);

  expect(got).not.toHaveBeenCalled();
});

test("opened by itself, framed by nobody, it takes no port", async () => {
  vi.stubGlobal("parent", window);
  const got = vi.fn();
  void awaitPort().then(got);

  dispatchEvent(
    new MessageEvent("message", {
      data: READY,
      source: window,
      ports: [new MessageChannel().port1],
    }),
  );
  await Promise.resolve();

  expect(got).not.toHaveBeenCalled();
});
