import { isAttachment } from "./attachment.ts";
import {
  frameDecoder,
  isAnything,
  isCount,
  isListOf,
  isNullable,
  isObject,
  isOneOf,
  isOptional,
  isRecord,
  isText,
  isTruth,
} from "./guard.ts";
import type { LinkFrame } from "./link.ts";
import type {
  Contact,
  ShopperCart,
  ShopperCartItem,
  ShopperConversation,
  ShopperDraft,
  ShopperMessage,
  ShopperNews,
  ShopperPage,
  ShopperPosted,
  ShopperReceiptsAnswer,
  ShopperThread,
  WidgetSettings,
} from "./shopper.ts";

export const isShopperConversation = isObject<ShopperConversation>({
  id: isText,
  lastPublicSeq: isCount,
  delivered: isCount,
  seen: isCount,
  staffSeen: isCount,
  blocked: isTruth,
  continues: isOptional(isTruth),
  version: isCount,
});

const isAuthor = isObject<{ readonly name: string }>({ name: isText });

export const isShopperMessage = isObject<ShopperMessage>({
  id: isText,
  publicSeq: isCount,
  kind: isOneOf("customer", "staff", "automation"),
  author: isNullable(isAuthor),
  another: isOptional(isTruth),
  text: isText,
  attachments: isListOf(isAttachment),
  cards: isOptional(isListOf(isRecord)),
  orders: isAnything,
  sentAt: isText,
});

export const isShopperThread = isObject<ShopperThread>({
  conversation: isShopperConversation,
  messages: isListOf(isShopperMessage),
  viewer: isText,
});

export const isShopperPosted = isObject<ShopperPosted>({
  conversation: isShopperConversation,
  message: isShopperMessage,
});

export const isShopperReceiptsAnswer = isObject<ShopperReceiptsAnswer>({
  conversation: isShopperConversation,
});

/** For drafts kept by an earlier page. */
export const isShopperDraft = isObject<ShopperDraft>({
  text: isText,
  attachments: isOptional(isListOf(isText)),
  contact: isOptional(isObject<Contact>({ email: isOptional(isText), name: isOptional(isText) })),
  language: isOptional(isText),
  timeZone: isOptional(isText),
  page: isOptional(isObject<ShopperPage>({ url: isText, title: isOptional(isText) })),
  cart: isOptional(
    isObject<ShopperCart>({
      currency: isText,
      items: isListOf(
        isObject<ShopperCartItem>({
          productId: isOptional(isText),
          title: isText,
          variant: isOptional(isText),
          url: isOptional(isText),
          imageUrl: isOptional(isText),
          price: isCount,
          quantity: isCount,
        }),
      ),
    }),
  ),
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
  pagesVisited: isTruth,
});

type Known = Exclude<ShopperNews, { readonly type: "unknown" }> | LinkFrame;

export const decodeShopperFrame = frameDecoder<Known>({
  welcome: isObject({
    type: isOneOf("welcome"),
    conversation: isShopperConversation,
    viewer: isText,
  }),
  message: isObject({ type: isOneOf("message"), message: isShopperMessage }),
  conversation: isObject({ type: isOneOf("conversation"), conversation: isShopperConversation }),
  staff_typing: isObject({ type: isOneOf("staff_typing"), author: isAuthor }),
  described: isObject({
    type: isOneOf("described"),
    publicSeq: isCount,
    attachment: isText,
    alt: isNullable(isText),
  }),
  start_over: isObject({ type: isOneOf("start_over") }),
  ping: isObject({ type: isOneOf("ping") }),
  reconnect: isObject({ type: isOneOf("reconnect"), afterMs: isCount }),
});
