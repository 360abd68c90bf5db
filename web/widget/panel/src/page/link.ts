const LONGEST = 2000;

/** Text of the page on one line, with nothing in it that cannot be stored; cut where it is too long. */
export function lineOf(told: unknown, most: number): string | undefined {
  if (typeof told !== "string") return undefined;
  const line = told
    .slice(0, 4 * most)
    .replace(/[\p{Cc}\p{Cs}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return /[^\p{C}\p{Z}]/u.test(line) ? [...line].slice(0, most).join("") : undefined;
}

/**
 * An address on the web, also one that is meant from the page on. Written out as strictly as RFC 3986 wants it: browsers
 * leave signs in addresses that it does not allow. One that is too long goes without what stands behind it.
 */
export function addressOf(told: unknown, page?: string): string | undefined {
  const url = urlOf(told, page);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  url.username = "";
  url.password = "";
  for (const cut of ["hash", "search"] as const) if (strict(url).length > LONGEST) url[cut] = "";
  const address = strict(url);
  return address.length <= LONGEST ? address : undefined;
}

function urlOf(told: unknown, page: string | undefined): URL | null {
  try {
    return typeof told === "string" ? new URL(told, page) : null;
  } catch {
    return null;
  }
}

function strict({ origin, pathname, search, hash }: URL): string {
  const behind = pathname + search + hash.slice(0, 1) + hash.slice(1).replaceAll("#", "%23");
  return (
    origin +
    behind.replace(/[\\^`{|}"<>[\]]/g, encodeURIComponent).replace(/%(?![\da-f]{2})/gi, "%25")
  );
}
