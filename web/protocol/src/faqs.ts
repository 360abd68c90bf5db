/** Questions that shoppers ask again and again: docs/reference/protocol.md, 2 and 3. */

/** As a shopper gets it. */
export interface ShopperFaq {
  readonly id: string;
  /** Of both texts, ISO 639. */
  readonly language: string;
  readonly question: string;
  readonly answer: string;
}

export interface FaqDraft {
  readonly language: string;
  readonly question: string;
  readonly answer: string;
  /** To shoppers. */
  readonly shown: boolean;
}

export interface Faq extends FaqDraft {
  readonly id: string;
  readonly changedAt: string;
}

export interface FaqAnswer {
  /** Null when it is deleted. */
  readonly faq: Faq | null;
}
