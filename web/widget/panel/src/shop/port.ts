import { READY } from "../../../port/src/messages.ts";

/** The loader's own words, with the port. */
const isAnswer = (data: unknown) => data === READY || data === "shopbell:port";

/**
 * The port to the loader. It may only come from the window that frames this page, and the server's `frame-ancestors` lets
 * only the store's own pages frame it: any other window, also one inside the shop's page, is not listened to.
 */
export function awaitPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent) => {
      const port = event.ports[0];
      const isFramed = parent !== window;
      if (!isFramed || event.source !== parent || !isAnswer(event.data) || !port) return;
      removeEventListener("message", listen);
      resolve(port);
    };
    addEventListener("message", listen);
    parent.postMessage(READY, "*");
  });
}
