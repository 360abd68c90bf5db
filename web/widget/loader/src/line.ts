import { READY, type Standing, type ToLoader } from "../../port/src/messages.ts";

/**
 * The line to the panel: returns the function that speaks into it. Nothing is said before the panel's window, on the
 * server's origin, has asked for it; a panel that loads again gets a new port. Saying nothing hangs up: what was on its way
 * is not heard any more.
 */
export function openLine(
  origin: string,
  frame: Pick<HTMLIFrameElement, "contentWindow">,
  connected: () => void,
  hear: (message: ToLoader) => void,
): (standing?: Standing) => void {
  let port: MessagePort | undefined;
  addEventListener("message", (event) => {
    const panel = frame.contentWindow;
    if (event.data !== READY || event.origin !== origin || event.source !== panel) return;
    const channel = new MessageChannel();
    port = channel.port1;
    // Only the panel's page holds the other end, so what comes from there needs no second check.
    port.onmessage = (event) => {
      if (event.target === port) hear(event.data);
    };
    panel?.postMessage(event.data, origin, [channel.port2]);
    connected();
  });
  return (standing) => {
    if (standing) port?.postMessage(standing);
    else port = undefined;
  };
}
