import { isCount, isListOf, isNullable, isObject, isText, isTruth } from "./guard.ts";
import type {
  ImportMistake,
  QuickRepliesImported,
  QuickReply,
  QuickReplyAnswer,
  QuickReplyPicture,
  Suggestion,
  Suggestions,
} from "./quick-replies.ts";

const isPicture = isObject<QuickReplyPicture>({
  version: isText,
  name: isText,
  width: isCount,
  height: isCount,
  placeholder: isNullable(isText),
  thumbnail: isTruth,
});

const isQuickReply = isObject<QuickReply>({
  id: isText,
  title: isText,
  shortcut: isText,
  text: isText,
  picture: isNullable(isPicture),
  uses: isCount,
  ownUses: isCount,
  changedAt: isText,
});

export const isQuickReplies = isObject<{ readonly quickReplies: readonly QuickReply[] }>({
  quickReplies: isListOf(isQuickReply),
});

export const isQuickReplyAnswer = isObject<QuickReplyAnswer>({
  quickReply: isNullable(isQuickReply),
});

export const isQuickRepliesImported = isObject<QuickRepliesImported>({
  added: isCount,
  changed: isCount,
  mistakes: isListOf(
    isObject<ImportMistake>({ line: isCount, code: isText, field: isNullable(isText) }),
  ),
});

export const isSuggestions = isObject<Suggestions>({
  seq: isNullable(isCount),
  suggestions: isListOf(
    isObject<Suggestion>({
      kind: isText,
      id: isText,
      title: isText,
      text: isText,
      matched: isListOf(isText),
    }),
  ),
});
