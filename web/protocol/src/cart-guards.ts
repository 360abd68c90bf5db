import type { Cart, CartAnswer, CartChange, CartItem, CartTotal, WrittenAt } from "./cart.ts";
import { isCount, isListOf, isNullable, isObject, isText } from "./guard.ts";

const total = { currency: isText, subtotal: isCount, quantity: isCount, changedAt: isText };

export const isCartTotal = isObject<CartTotal>(total);

export const isCartChange = isObject<CartChange>({
  title: isText,
  variant: isNullable(isText),
  before: isCount,
  now: isCount,
});

const isCartItem = isObject<CartItem>({
  productId: isNullable(isText),
  title: isText,
  variant: isNullable(isText),
  url: isNullable(isText),
  imageUrl: isNullable(isText),
  price: isCount,
  quantity: isCount,
});

const isCart = isObject<Cart>({ ...total, items: isListOf(isCartItem) });

export const isCartAnswer = isObject<CartAnswer>({ cart: isNullable(isCart) });

export const isWrittenAt = isObject<WrittenAt>({
  page: isNullable(isObject({ url: isText, title: isNullable(isText) })),
  cart: isNullable(isCart),
});
