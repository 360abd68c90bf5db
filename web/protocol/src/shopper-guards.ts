import {
  frameDecoder,
  isCount,
  isListOf,
  isNullable,
  isObject,
  isOneOf,
  isText,
  isTruth,
} from "./guard.ts";
import type {
  ShopperConversation,
  ShopperFrame,
  ShopperMessage,
  ShopperPosted,
  ShopperReceiptsAnswer,
  ShopperThread,
  WidgetSettings,
} from "./shopper.ts";

const isConversation = isObject<ShopperConversation>({
  id: isText,
  lastPublicSeq: isCount,
  delivered: isCount,
  seen: isCount,
  staffSeen: isCount,
  version: isCount,
});

const isMessage = isObject<ShopperMessage>({
  id: isText,
  publicSeq: isCount,
  kind: isOneOf("customer", "staff", "automation"),
  author: isNullable(isObject<{ readonly name: string }>({ name: isText })),
  text: isText,
  sentAt: isText,
});

export const isShopperThread = isObject<ShopperThread>({
  conversation: isConversation,
  messages: isListOf(isMessage),
});

export const isShopperPosted = isObject<ShopperPosted>({
  conversation: isConversation,
  message: isMessage,
});

export const isShopperReceiptsAnswer = isObject<ShopperReceiptsAnswer>({
  conversation: isConversation,
});

const isAsked = isOneOf("required", "optional", "off");

export const isWidgetSettings = isObject<WidgetSettings>({
  store: isText,
  key: isText,
  chat: isTruth,
  brand: isText,
  onBrand: isText,
  brandUi: isText,
  brandUiDark: isText,
  position: isOneOf("end", "start"),
  offsetX: isCount,
  offsetY: isCount,
  launcher: isOneOf("icon", "icon_text", "text"),
  launcherText: isNullable(isText),
  greeting: isNullable(isText),
  email: isAsked,
  name: isAsked,
});

type Known = Exclude<ShopperFrame, { readonly type: "unknown" }>;

export const decodeShopperFrame = frameDecoder<Known>({
  welcome: isObject({ type: isOneOf("welcome"), conversation: isConversation }),
  message: isObject({ type: isOneOf("message"), message: isMessage }),
  conversation: isObject({ type: isOneOf("conversation"), conversation: isConversation }),
  start_over: isObject({ type: isOneOf("start_over") }),
  ping: isObject({ type: isOneOf("ping") }),
  reconnect: isObject({ type: isOneOf("reconnect"), afterMs: isCount }),
});
