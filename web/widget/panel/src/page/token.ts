import { isRecord } from "@shopbell/protocol/guard";

/** The token that the page said, which is a text in JSON. */
export function tokenIn(said: string): string | null {
  const token: unknown = JSON.parse(said);
  return typeof token === "string" ? token : null;
}

/** Whom it is about. Whether that is true is for the server to say. */
export function subjectOf(token: string): string | null {
  try {
    const claims = token.split(".")[1] ?? "";
    const data: unknown = JSON.parse(atob(claims.replaceAll("-", "+").replaceAll("_", "/")));
    return isRecord(data) && typeof data.sub === "string" && data.sub ? data.sub : null;
  } catch {
    return null;
  }
}
