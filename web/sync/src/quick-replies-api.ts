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
import { sendFile } from "./uploads/send-file.ts";
import { queryOf } from "./url.ts";

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
  /** In place of the one it has. */
  savePicture(id: string, file: Blob, name: string): Promise<Outcome<QuickReplyAnswer>>;
  removePicture(id: string): Promise<Outcome<QuickReplyAnswer>>;
  /** That a message says what it says. */
  used(id: string, message: string): Promise<Outcome<QuickReplyAnswer>>;
  importFile(csv: string, dryRun: boolean): Promise<Outcome<QuickRepliesImported>>;
  readonly exportUrl: string;
  /** What fits the last thing the customer wrote. */
  suggestions(conversation: string): Promise<Outcome<Suggestions>>;
}

/** Where the picture of a quick reply is, or a smaller one. */
export function quickReplyPicture(
  store: string,
  { id, picture }: Pick<QuickReply, "id" | "picture">,
  part: "content" | "thumbnail",
): string {
  const version = queryOf({ version: picture?.version ?? null });
  return `/api/staff/stores/${store}/quick-replies/${id}/picture/${part}${version}`;
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
    savePicture: (id, file, name) =>
      sendFile({
        url: `${all}/${id}/picture${queryOf({ name })}`,
        file,
        guard: isQuickReplyAnswer,
        signal: new AbortController().signal,
      }),
    removePicture: (id) =>
      ask({ method: "DELETE", url: `${all}/${id}/picture`, guard: isQuickReplyAnswer }),
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
