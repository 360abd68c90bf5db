/** What both sockets say about the connection itself. */
export type LinkFrame =
  | { readonly type: "ping" }
  | { readonly type: "reconnect"; readonly afterMs: number };

export function isLinkFrame(frame: { readonly type: string }): frame is LinkFrame {
  return frame.type === "ping" || frame.type === "reconnect";
}
