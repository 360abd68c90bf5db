import type { Faq, FaqAnswer, FaqDraft } from "@shopbell/protocol/faqs";
import { isFaqAnswer, isFaqs } from "@shopbell/protocol/faqs-guards";
import { ask, type Outcome } from "./http.ts";

interface All {
  readonly faqs: readonly Faq[];
}

/** What Inbox administrators may ask about a store's FAQs. */
export interface FaqsApi {
  /** In the store's own order. */
  all(): Promise<Outcome<All>>;
  /** Makes the one of this id, or makes it say this. */
  save(id: string, draft: FaqDraft): Promise<Outcome<FaqAnswer>>;
  remove(id: string): Promise<Outcome<FaqAnswer>>;
  arrange(order: readonly string[]): Promise<Outcome<All>>;
}

export function createFaqsApi(store: string, base = ""): FaqsApi {
  const root = `${base}/api/staff/stores/${store}`;
  const all = `${root}/faqs`;
  return {
    all: () => ask({ url: all, guard: isFaqs }),
    save: (id, body) => ask({ method: "PUT", url: `${all}/${id}`, body, guard: isFaqAnswer }),
    remove: (id) => ask({ method: "DELETE", url: `${all}/${id}`, guard: isFaqAnswer }),
    arrange: (order) =>
      ask({ method: "PUT", url: `${root}/faq-order`, body: { order }, guard: isFaqs }),
  };
}
