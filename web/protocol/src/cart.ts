/** How much is in a cart, in the smallest unit of its currency. Another `changedAt` is another cart. */
export interface CartTotal {
  readonly currency: string;
  readonly subtotal: number;
  readonly quantity: number;
  readonly changedAt: string;
}

export interface CartItem {
  readonly productId: string | null;
  readonly title: string;
  readonly variant: string | null;
  readonly url: string | null;
  readonly imageUrl: string | null;
  /** Of one. */
  readonly price: number;
  readonly quantity: number;
}

export interface Cart extends CartTotal {
  readonly items: readonly CartItem[];
}

export interface CartAnswer {
  /** Null: nobody told of one. */
  readonly cart: Cart | null;
}

/** How many of something were in the cart before, and are now. */
export interface CartChange {
  readonly title: string;
  readonly variant: string | null;
  readonly before: number;
  readonly now: number;
}

/** What was before the eyes of whoever wrote a message; null where nobody knows. */
export interface WrittenAt {
  readonly page: { readonly url: string; readonly title: string | null } | null;
  readonly cart: Cart | null;
}
