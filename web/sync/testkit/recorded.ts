import { isListOf, isObject, isOneOf, isOptional, isText } from "@shopbell/protocol/guard";
import type { ShopperThread } from "@shopbell/protocol/shopper";
import { isShopperThread } from "@shopbell/protocol/shopper-guards";
import type { ConversationPage, InboxSnapshot, StaffThread, View } from "@shopbell/protocol/staff";
import {
  isConversationPage,
  isInboxSnapshot,
  isStaffThread,
} from "@shopbell/protocol/staff-guards";

/** What somebody sees who loads everything: `protocol/samples/README.md`. */
export interface Loaded {
  readonly inbox: InboxSnapshot;
  readonly pages: { readonly [V in View]: ConversationPage };
  readonly threads: readonly StaffThread[];
}

export interface RecordedInbox {
  readonly kind: "inbox";
  readonly action: string;
  readonly before: Loaded;
  readonly frames: readonly unknown[];
  readonly ranges?: readonly StaffThread[];
  readonly after: Loaded;
}

export interface RecordedThread {
  readonly kind: "thread";
  readonly action: string;
  readonly before: ShopperThread;
  readonly frames: readonly unknown[];
  readonly ranges?: readonly ShopperThread[];
  readonly after: ShopperThread;
}

const isAnything = (data: unknown): data is unknown => data !== undefined;

const isLoaded = isObject<Loaded>({
  inbox: isInboxSnapshot,
  pages: isObject<Loaded["pages"]>({
    all: isConversationPage,
    unread: isConversationPage,
    unresolved: isConversationPage,
  }),
  threads: isListOf(isStaffThread),
});

export const isRecordedInbox = isObject<RecordedInbox>({
  kind: isOneOf("inbox"),
  action: isText,
  before: isLoaded,
  frames: isListOf(isAnything),
  ranges: isOptional(isListOf(isStaffThread)),
  after: isLoaded,
});

export const isRecordedThread = isObject<RecordedThread>({
  kind: isOneOf("thread"),
  action: isText,
  before: isShopperThread,
  frames: isListOf(isAnything),
  ranges: isOptional(isListOf(isShopperThread)),
  after: isShopperThread,
});
