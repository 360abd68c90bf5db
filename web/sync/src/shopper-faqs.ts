import type { ShopperFaq } from "@shopbell/protocol/faqs";
import { isShopperFaqs } from "@shopbell/protocol/faqs-guards";
import { ask } from "./http.ts";

/** What the home answers at once. Rejects when the server does not say. */
export async function fetchFaqs(key: string, language: string): Promise<readonly ShopperFaq[]> {
  const url = `/api/widget/${key}/faqs?language=${encodeURIComponent(language)}`;
  const outcome = await ask({ url, guard: isShopperFaqs });
  return outcome.kind === "done" ? outcome.value.faqs : Promise.reject(outcome);
}
