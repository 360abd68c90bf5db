import type { Card, FoundProduct, ProductCard } from "@shopbell/protocol/card";

export function nameOf(card: Card): string {
  return card.kind === "product" ? card.title : card.code;
}

/** Of several, on one line. */
export function cardsInWords(cards: readonly Card[]): string {
  return cards.map(nameOf).join(", ");
}

/** As it will be shown once it is sent. */
export function cardOf({ id, ...product }: FoundProduct): ProductCard {
  return { kind: "product", productId: id, ...product };
}

/** Addresses are told by others: whatever is none of the web leads nowhere. */
export function webAddress(url: string | null): string | undefined {
  return url !== null && /^https?:\/\//i.test(url) ? url : undefined;
}
