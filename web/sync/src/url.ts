/** A stretch of a thread: the next ones after a place, or the ones just before it. At most 200. */
export type Range =
  | { readonly after: number; readonly limit: number }
  | { readonly before: number; readonly limit: number };

/** The most messages one answer holds. */
export const MOST_MESSAGES = 200;

/** A query string of what is given; null is left out. */
export function queryOf(parameters: Readonly<Record<string, string | number | null>>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return given.length > 0 ? `?${given.join("&")}` : "";
}

/** The socket's address for an HTTP address, which may leave out the origin of the page. */
export function socketUrlAt(path: string): string {
  const url = new URL(path, globalThis.location?.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}
