import type {
  QuickRepliesImported,
  QuickReply,
  QuickReplyAnswer,
  QuickReplyDraft,
  Suggestions,
} from "@shopbell/protocol/quick-replies";
import {
  isQuickReplies,
  isQuickRepliesImported,
  isQuickReplyAnswer,
  isSuggestions,
} from "@shopbell/protocol/quick-replies-guards";
import { ask, type Outcome } from "./http.ts";

interface All {
  readonly quickReplies: readonly QuickReply[];
}

/** What one may ask about answers that were prepared. */
export interface QuickRepliesApi {
  /** In the store's own order. */
  all(): Promise<Outcome<All>>;
  /** Makes the one of this id, or makes it say this. */
  save(id: string, draft: QuickReplyDraft): Promise<Outcome<QuickReplyAnswer>>;
  remove(id: string): Promise<Outcome<QuickReplyAnswer>>;
  arrange(order: readonly string[]): Promise<Outcome<All>>;
  /** That a message says what it says. */
  used(id: string, message: string): Promise<Outcome<QuickReplyAnswer>>;
  importFile(csv: string, dryRun: boolean): Promise<Outcome<QuickRepliesImported>>;
  readonly exportUrl: string;
  /** What fits the last thing the customer wrote. */
  suggestions(conversation: string): Promise<Outcome<Suggestions>>;
}

export function createQuickRepliesApi(store: string, base = ""): QuickRepliesApi {
  const root = `${base}/api/staff/stores/${store}`;
  const all = `${root}/quick-replies`;
  return {
    all: () => ask({ url: all, guard: isQuickReplies }),
    save: (id, body) =>
      ask({ method: "PUT", url: `${all}/${id}`, body, guard: isQuickReplyAnswer }),
    remove: (id) => ask({ method: "DELETE", url: `${all}/${id}`, guard: isQuickReplyAnswer }),
    arrange: (order) =>
      ask({
        method: "PUT",
        url: `${root}/quick-reply-order`,
        body: { order },
        guard: isQuickReplies,
      }),
    used: (id, message) =>
      ask({
        method: "POST",
        url: `${all}/${id}/used`,
        body: { message },
        guard: isQuickReplyAnswer,
      }),
    importFile: (csv, dryRun) =>
      ask({
        method: "POST",
        url: `${root}/quick-reply-import`,
        body: { csv, dryRun },
        guard: isQuickRepliesImported,
      }),
    exportUrl: `${root}/quick-reply-export`,
    suggestions: (conversation) =>
      ask({ url: `${root}/conversations/${conversation}/suggestions`, guard: isSuggestions }),
  };
}
