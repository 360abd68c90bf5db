import { isListOf, isObject, isText } from "./guard.ts";

/** Where a store's pages are, the main one first: only they may show its chat. */
export interface Origins {
  readonly origins: readonly string[];
}

export const isOrigins = isObject<Origins>({ origins: isListOf(isText) });
