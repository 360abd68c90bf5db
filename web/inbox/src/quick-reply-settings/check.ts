import type { QuickReply, QuickReplyDraft } from "@shopbell/protocol/quick-replies";

export interface Mistakes {
  readonly title?: string;
  readonly shortcut?: string;
  readonly text?: string;
}

/** A shortcut as the server keeps it. */
export function shortcutOf(typed: string): string {
  return typed.trim().replace(/^\//, "").normalize("NFC").toLowerCase();
}

/** The codes of what is wrong, so that it is said before anything is sent. The server decides. */
export function mistakesIn(
  draft: QuickReplyDraft,
  others: readonly Pick<QuickReply, "shortcut">[],
): Mistakes {
  const shortcut = shortcutOf(draft.shortcut);
  return {
    ...(!draft.title.trim() && { title: "title_empty" }),
    ...(Array.from(draft.title.trim()).length > 80 && { title: "title_too_long" }),
    ...(!/^[\p{L}\p{M}\p{N}_-]{1,32}$/u.test(shortcut) && { shortcut: "shortcut_invalid" }),
    ...(others.some((other) => other.shortcut === shortcut) && { shortcut: "shortcut_taken" }),
    ...(!draft.text.trim() && { text: "text_empty" }),
    ...(Array.from(draft.text.trim()).length > 10_000 && { text: "text_too_long" }),
  };
}
