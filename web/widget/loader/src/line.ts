import { PORT, READY, type Standing, type ToLoader } from "../../port/src/messages.ts";

/**
 * The line to the panel: returns the function that speaks into it. Nothing is said before the panel's window, on the
 * server's origin, has asked for it; a panel that loads again gets a new port.
 */
export function openLine(
  origin: string,
  panelWindow: () => Window | null,
  connected: () => void,
  hear: (message: ToLoader) => void,
): (standing: Standing) => void {
  let port: MessagePort | undefined;
  addEventListener("message", (event) => {
    const panel = panelWindow();
    if (event.data !== READY || event.origin !== origin || !panel || event.source !== panel) return;
    const { port1, port2 } = new MessageChannel();
    port = port1;
    // Only the panel's page holds the other end, so what comes from there needs no second check.
    port.onmessage = ({ data }) => hear(data);
    panel.postMessage(PORT, origin, [port2]);
    connected();
  });
  return (standing) => port?.postMessage(standing);
}
