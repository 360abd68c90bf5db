import { isAttachment } from "./attachment.ts";
import { isCard } from "./card.ts";
import { isCartChange, isCartTotal } from "./cart-guards.ts";
import {
  frameDecoder,
  isAnything,
  isCount,
  isListOf,
  isNullable,
  isObject,
  isOneOf,
  isOptional,
  isText,
  isTruth,
} from "./guard.ts";
import type { LinkFrame } from "./link.ts";
import type { ProfileFrame } from "./profile.ts";
import type {
  AccessSettings,
  AssignedElsewhere,
  AssignedPage,
  AssigneeAnswer,
  BulkAnswer,
  Colleague,
  ColleaguesAnswer,
  ConversationPage,
  ConversationSummary,
  Customer,
  Draft,
  DraftAnswer,
  DraftText,
  EmailStanding,
  FoundMessage,
  Hit,
  HitPage,
  InboxSnapshot,
  LabelsAnswer,
  Me,
  Membership,
  MessageEmail,
  Position,
  Preview,
  ReadAnswer,
  RefusedFile,
  SetupAnswer,
  SnippetPart,
  StaffDraft,
  StaffMessage,
  StaffMessageKind,
  StaffName,
  StaffPosted,
  StaffThread,
  Store,
  ThreadEvent,
  TodayAnswer,
  UnreadCount,
} from "./staff.ts";
import type {
  ChangesAnswer,
  ChangesFrame,
  DraftFrame,
  PresenceFrame,
  StaffNews,
  TypingFrame,
  ViewersFrame,
} from "./staff-frames.ts";

const isPosition = isObject<Position>({ epoch: isText, feedSeq: isCount });

export const isStaffName = isObject<StaffName>({ id: isText, name: isText });

const isKind = isOneOf<StaffMessageKind>("customer", "staff", "note", "automation", "event");

const isCustomer = isObject<Customer>({
  id: isText,
  name: isNullable(isText),
  email: isNullable(isText),
  emailVerified: isTruth,
  language: isNullable(isText),
  timeZone: isNullable(isText),
});

export const isSummary = isObject<ConversationSummary>({
  id: isText,
  version: isCount,
  customer: isCustomer,
  status: isOneOf("unresolved", "resolved"),
  assignee: isNullable(isStaffName),
  blocked: isTruth,
  labels: isListOf(isText),
  lastSeq: isCount,
  lastPublicSeq: isCount,
  delivered: isCount,
  seen: isCount,
  emailed: isCount,
  preview: isNullable(
    isObject<Preview>({
      kind: isKind,
      author: isNullable(isStaffName),
      sender: isOptional(isText),
      text: isText,
      attachments: isObject<Preview["attachments"]>({ images: isCount, videos: isCount }),
    }),
  ),
  unreached: isOptional(isOneOf("bounced", "failed")),
  cart: isOptional(isCartTotal),
  lastActivityAt: isText,
  createdAt: isText,
  unread: isCount,
  mentioned: isTruth,
  continued: isOptional(isTruth),
  continues: isOptional(isTruth),
});

export const isStaffMessage = isObject<StaffMessage>({
  id: isText,
  conversation: isText,
  seq: isCount,
  publicSeq: isNullable(isCount),
  kind: isKind,
  author: isNullable(isStaffName),
  system: isOptional(isText),
  text: isText,
  event: isNullable(
    isObject<ThreadEvent>({
      type: isText,
      to: isOptional(isNullable(isStaffName)),
      from: isOptional(isNullable(isStaffName)),
      firstPublicSeq: isOptional(isCount),
      lastPublicSeq: isOptional(isCount),
      address: isOptional(isText),
      system: isOptional(isText),
      reason: isOptional(isText),
      subject: isOptional(isText),
      text: isOptional(isText),
      seq: isOptional(isCount),
      attachment: isOptional(isText),
      alt: isOptional(isNullable(isText)),
      changes: isOptional(isListOf(isCartChange)),
      more: isOptional(isCount),
      quantity: isOptional(isCount),
    }),
  ),
  mentions: isOptional(isListOf(isText)),
  attachments: isListOf(isAttachment),
  cards: isAnything,
  orders: isAnything,
  email: isOptional(
    isObject<MessageEmail>({
      from: isText,
      fromName: isNullable(isText),
      subject: isText,
      known: isTruth,
      refused: isListOf(isObject<RefusedFile>({ name: isText, code: isText })),
      folded: isTruth,
      cutOff: isOptional(isTruth),
      answersAnother: isOptional(isTruth),
    }),
  ),
  sentAt: isText,
});

export const isStaffThread = isObject<StaffThread>({
  conversation: isSummary,
  messages: isListOf(isStaffMessage),
});

export const isStaffPosted = isObject<StaffPosted>({
  conversation: isNullable(isSummary),
  message: isStaffMessage,
});

export const isReadAnswer = isObject<ReadAnswer>({ conversation: isSummary });

const draftText = {
  kind: isOneOf("staff", "note"),
  text: isText,
  after: isNullable(isCount),
  mentions: isListOf(isText),
};

export const isDraftText = isObject<DraftText>(draftText);

const isDraft = isObject<Draft>({
  ...draftText,
  conversation: isText,
  changedAt: isText,
  stranded: isTruth,
});

export const isDraftAnswer = isObject<DraftAnswer>({ draft: isNullable(isDraft) });
export const isAssigneeAnswer = isObject<AssigneeAnswer>({ conversation: isNullable(isSummary) });

export const isColleaguesAnswer = isObject<ColleaguesAnswer>({
  colleagues: isListOf(
    isObject<Colleague>({
      id: isText,
      name: isText,
      open: isNullable(isCount),
    }),
  ),
});

export const isLabelsAnswer = isObject<LabelsAnswer>({ labels: isListOf(isText) });

export const isEmailStanding = isObject<EmailStanding>({
  canSend: isTruth,
  hearsAnswers: isTruth,
  waiting: isCount,
  since: isNullable(isText),
  reason: isNullable(isText),
});

export const isTodayAnswer = isObject<TodayAnswer>({ answered: isCount });

export const isInboxSnapshot = isObject<InboxSnapshot>({
  position: isPosition,
  unread: isListOf(isObject<UnreadCount>({ conversation: isText, messages: isCount })),
  views: isObject<InboxSnapshot["views"]>({
    unresolved: isNullable(isListOf(isText)),
    resolved: isNullable(isListOf(isText)),
    mine: isNullable(isListOf(isText)),
    unassigned: isNullable(isListOf(isText)),
    blocked: isNullable(isListOf(isText)),
  }),
  latest: isListOf(isSummary),
  online: isListOf(isText),
  drafts: isListOf(isDraft),
});

export const isBulkAnswer = isObject<BulkAnswer>({
  done: isListOf(isSummary),
  gone: isListOf(isText),
  refused: isListOf(
    isObject<BulkAnswer["refused"][number]>({ conversation: isText, code: isText }),
  ),
});

export const isAssignedElsewhere = isObject<AssignedElsewhere>({
  id: isText,
  customer: isObject<AssignedElsewhere["customer"]>({
    name: isNullable(isText),
    email: isNullable(isText),
  }),
  assignee: isStaffName,
  status: isOneOf("unresolved", "resolved"),
  lastActivityAt: isText,
});

export const isAssignedPage = isObject<AssignedPage>({
  conversations: isListOf(isAssignedElsewhere),
  next: isNullable(isText),
});

export const isAccessSettings = isObject<AccessSettings>({ administratorsReadAssigned: isTruth });

export const isConversationPage = isObject<ConversationPage>({
  position: isPosition,
  conversations: isListOf(isSummary),
  next: isNullable(isText),
});

const isFoundMessage = isObject<FoundMessage>({
  seq: isCount,
  kind: isKind,
  author: isNullable(isStaffName),
  system: isNullable(isText),
  sentAt: isText,
  parts: isListOf(isObject<SnippetPart>({ text: isText, hit: isTruth })),
});

export const isHitPage = isObject<HitPage>({
  position: isPosition,
  hits: isListOf(
    isObject<Hit>({
      conversation: isSummary,
      message: isNullable(isFoundMessage),
      order: isNullable(isText),
    }),
  ),
  next: isNullable(isText),
});

export const isMe = isObject<Me>({
  staff: isObject<Me["staff"]>({ id: isText, name: isText, email: isText }),
  stores: isListOf(
    isObject<Membership>({
      id: isText,
      name: isText,
      role: isText,
      permissions: isListOf(isText),
    }),
  ),
});

export const isStore = isObject<Store>({
  id: isText,
  name: isText,
  key: isText,
  origins: isListOf(isText),
  timeZone: isText,
  snippet: isText,
});

export const isSetupOpen = isObject<{ readonly open: boolean }>({ open: isTruth });

export const isSetupAnswer = isObject<SetupAnswer>({ me: isMe, store: isStore });

/** For drafts kept by an earlier page. */
export const isStaffDraft = isObject<StaffDraft>({
  kind: isOneOf("staff", "note"),
  text: isText,
  after: isOptional(isCount),
  mentions: isOptional(isListOf(isText)),
  attachments: isOptional(isListOf(isText)),
  cards: isOptional(isListOf(isCard)),
  draft: isOptional(isText),
});

const isChanges = isObject<ChangesFrame>({
  type: isOneOf("changes"),
  position: isPosition,
  conversations: isListOf(isSummary),
  messages: isListOf(isStaffMessage),
  gone: isListOf(isText),
});

const isStartOver = isObject<{ readonly type: "start_over" }>({ type: isOneOf("start_over") });

export function isChangesAnswer(data: unknown): data is ChangesAnswer {
  return isChanges(data) || isStartOver(data);
}

type Known = Exclude<StaffNews, { readonly type: "unknown" }> | LinkFrame;

export const decodeStaffFrame = frameDecoder<Known>({
  changes: isChanges,
  online: isObject({ type: isOneOf("online"), conversations: isListOf(isText) }),
  presence: isObject<PresenceFrame>({
    type: isOneOf("presence"),
    conversation: isText,
    online: isTruth,
    leftAt: isOptional(isText),
  }),
  typing: isObject<TypingFrame>({
    type: isOneOf("typing"),
    conversation: isText,
    staff: isNullable(isStaffName),
    note: isTruth,
  }),
  viewers: isObject<ViewersFrame>({
    type: isOneOf("viewers"),
    conversation: isText,
    staff: isListOf(isStaffName),
  }),
  profile: isObject<ProfileFrame>({
    type: isOneOf("profile"),
    conversation: isText,
    part: isOptional(isText),
  }),
  drafts: isObject({ type: isOneOf("drafts"), drafts: isListOf(isDraft) }),
  draft: isObject<DraftFrame>({
    type: isOneOf("draft"),
    conversation: isText,
    draft: isNullable(isDraft),
  }),
  start_over: isStartOver,
  ping: isObject({ type: isOneOf("ping") }),
  reconnect: isObject({ type: isOneOf("reconnect"), afterMs: isCount }),
});
