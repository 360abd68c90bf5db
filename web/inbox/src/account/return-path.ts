const HOME = "/inbox";

/** The log-in page that leads back to where one was. */
export function loginPath(from: string): string {
  return from === HOME || from === "/" ? "/login" : `/login?next=${encodeURIComponent(from)}`;
}

/** Where to go after logging in: only ever into the inbox itself, whatever the address says. */
export function returnPath(search: string): string {
  const next = new URLSearchParams(search).get("next");
  if (!next || !URL.canParse(next, location.origin)) return HOME;
  const url = new URL(next, location.origin);
  const inside = url.origin === location.origin && /^\/inbox(\/|$)/.test(url.pathname);
  return inside ? url.pathname + url.search : HOME;
}
