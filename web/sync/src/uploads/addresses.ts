import { queryOf } from "../url.ts";

/** What can be asked for of an attachment. */
export type Part = "content" | "thumbnail" | "poster";

export function staffConversation(store: string, conversation: string, base = ""): string {
  return `${base}/api/staff/stores/${store}/conversations/${conversation}`;
}

/** Staff are known by their cookie. */
export function staffFile(store: string, conversation: string, id: string, part: Part): string {
  return `${staffConversation(store, conversation)}/attachments/${id}/${part}`;
}

/** An image cannot send the shopper's secret: `viewer` is a token for files alone, good for a day. */
export function shopperFile(key: string, viewer: string, id: string, part: Part): string {
  return `/api/widget/${key}/files/${id}/${part}${queryOf({ viewer })}`;
}

/** The same, to be kept and not shown. */
export function asDownload(address: string): string {
  return `${address}${address.includes("?") ? "&" : "?"}download=true`;
}
