import { isListOf, isNullable, isObject, isText } from "./guard.ts";
import type { ShopperHistory } from "./shopper.ts";
import { isShopperConversation, isShopperMessage } from "./shopper-guards.ts";

export const isShopperHistory = isObject<ShopperHistory>({
  conversation: isShopperConversation,
  thread: isNullable(isText),
  messages: isListOf(isShopperMessage),
  next: isNullable(isText),
});
