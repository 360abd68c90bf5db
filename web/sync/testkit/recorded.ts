import { isListOf, isNullable, isObject, isOneOf, isText } from "@shopbell/protocol/guard";
import type { ShopperThread } from "@shopbell/protocol/shopper";
import { isShopperThread } from "@shopbell/protocol/shopper-guards";
import type { ConversationPage, InboxSnapshot, StaffThread, View } from "@shopbell/protocol/staff";
import {
  isConversationPage,
  isInboxSnapshot,
  isStaffThread,
} from "@shopbell/protocol/staff-guards";
import { forEachView } from "../src/views.ts";

/** What somebody sees who loads everything: `protocol/samples/README.md`. */
export interface Loaded {
  readonly inbox: InboxSnapshot;
  readonly pages: { readonly [V in View]: ConversationPage };
  readonly threads: readonly StaffThread[];
}

export interface RecordedInbox {
  readonly reader: string;
  /** Their id as a staff member. */
  readonly me: string;
  readonly kind: "inbox";
  readonly before: Loaded;
  readonly frames: readonly unknown[];
  readonly ranges: readonly StaffThread[];
  readonly after: Loaded;
}

export interface RecordedThread {
  readonly reader: string;
  readonly kind: "thread";
  readonly before: ShopperThread;
  readonly frames: readonly unknown[];
  readonly ranges: readonly ShopperThread[];
  readonly after: ShopperThread;
}

/** One action, as everybody heard it who might have. */
export interface Recording {
  readonly action: string;
  readonly route: string | null;
  readonly readers: readonly (RecordedInbox | RecordedThread)[];
}

const isAnything = (data: unknown): data is unknown => data !== undefined;

const isLoaded = isObject<Loaded>({
  inbox: isInboxSnapshot,
  pages: isObject<Loaded["pages"]>(forEachView(() => isConversationPage)),
  threads: isListOf(isStaffThread),
});

const isRecordedInbox = isObject<RecordedInbox>({
  reader: isText,
  me: isText,
  kind: isOneOf("inbox"),
  before: isLoaded,
  frames: isListOf(isAnything),
  ranges: isListOf(isStaffThread),
  after: isLoaded,
});

const isRecordedThread = isObject<RecordedThread>({
  reader: isText,
  kind: isOneOf("thread"),
  before: isShopperThread,
  frames: isListOf(isAnything),
  ranges: isListOf(isShopperThread),
  after: isShopperThread,
});

export const isRecording = isObject<Recording>({
  action: isText,
  route: isNullable(isText),
  readers: isListOf(
    (data): data is RecordedInbox | RecordedThread =>
      isRecordedInbox(data) || isRecordedThread(data),
  ),
});
