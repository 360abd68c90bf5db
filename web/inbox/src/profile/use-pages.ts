import type { PagesVisited } from "@shopbell/protocol/pages";
import type { ProfileApi } from "@shopbell/sync/profile-api";
import { useEffect } from "react";
import { type Block, useBlock } from "./use-block.ts";

/** The stores that were found to want to know which pages are visited. */
const wanting = new Set<string>();

/** The pages visited, and whether it is to be expected that the store wants to know. */
export function usePages(
  store: string,
  api: ProfileApi,
  news: number,
): { readonly block: Block<PagesVisited>; readonly isExpected: boolean } {
  const block = useBlock(api.pages, news);
  const { value } = block;
  useEffect(() => {
    if (value === null) return;
    if (value.pages === null) wanting.delete(store);
    else wanting.add(store);
  }, [store, value]);
  return { block, isExpected: wanting.has(store) };
}
