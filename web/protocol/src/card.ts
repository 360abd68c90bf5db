import {
  type Guard,
  isCount,
  isListOf,
  isNullable,
  isObject,
  isOneOf,
  isText,
  isTruth,
} from "./guard.ts";

/** A product that goes with an answer, as it was when it was sent. Prices are in the smallest unit of the currency. */
export interface ProductCard {
  readonly kind: "product";
  readonly productId: string;
  readonly title: string;
  readonly url: string | null;
  readonly imageUrl: string | null;
  readonly price: number;
  /** What it is compared with: what it cost before. */
  readonly compareAtPrice: number | null;
  readonly currency: string;
  readonly available: boolean;
}

/** A discount code; `url` applies it to the cart of whoever follows it. */
export interface DiscountCard {
  readonly kind: "discount";
  readonly code: string;
  readonly text: string | null;
  readonly url: string | null;
}

export type Card = ProductCard | DiscountCard;

/** What the server is told of a card. */
export type CardDraft =
  | { readonly kind: "product"; readonly productId: string }
  | { readonly kind: "discount"; readonly code: string; readonly text?: string };

/** Where an order is that a text names: `#1002`. */
export interface NamedOrder {
  readonly number: string;
  readonly url: string;
}

/** What a product is, wherever it is told of. */
const product = {
  title: isText,
  url: isNullable(isText),
  imageUrl: isNullable(isText),
  price: isCount,
  compareAtPrice: isNullable(isCount),
  currency: isText,
  available: isTruth,
};

const isProductCard = isObject<ProductCard>({
  kind: isOneOf("product"),
  productId: isText,
  ...product,
});

const isDiscountCard = isObject<DiscountCard>({
  kind: isOneOf("discount"),
  code: isText,
  text: isNullable(isText),
  url: isNullable(isText),
});

const isNamedOrder = isObject<NamedOrder>({ number: isText, url: isText });

export const isCard: Guard<Card> = (data): data is Card =>
  isProductCard(data) || isDiscountCard(data);

/** What a message brings, without kinds that this client is too old to know. */
export function readCards(data: unknown): readonly Card[] {
  return Array.isArray(data) ? data.filter(isCard) : [];
}

export function readOrders(data: unknown): readonly NamedOrder[] {
  return isListOf(isNamedOrder)(data) ? data : [];
}

export function draftOf(card: Card): CardDraft {
  return card.kind === "product"
    ? { kind: "product", productId: card.productId }
    : {
        kind: "discount",
        code: card.code,
        ...(card.text !== null && { text: card.text }),
      };
}

/** Something the store sells, as staff find it. */
export type FoundProduct = Omit<ProductCard, "kind" | "productId"> & { readonly id: string };

export const isFoundProducts = isObject<{ readonly products: readonly FoundProduct[] }>({
  products: isListOf(isObject<FoundProduct>({ id: isText, ...product })),
});

/** How discount codes are applied to a cart: an address with `{code}`, into one of the origins. */
export interface DiscountLink {
  readonly link: string | null;
  readonly origins: readonly string[];
}

export const isDiscountLink = isObject<DiscountLink>({
  link: isNullable(isText),
  origins: isListOf(isText),
});
