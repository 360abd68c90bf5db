/** Answers that were prepared: docs/reference/protocol.md, 3. */

export interface QuickReply {
  readonly id: string;
  readonly title: string;
  /** Without the / it is typed behind. */
  readonly shortcut: string;
  readonly text: string;
  readonly uses: number;
  /** The reader's. */
  readonly ownUses: number;
  readonly changedAt: string;
}

export interface QuickReplyDraft {
  readonly title: string;
  readonly shortcut: string;
  readonly text: string;
}

export interface QuickReplyAnswer {
  /** Null when it is deleted. */
  readonly quickReply: QuickReply | null;
}

export interface ImportMistake {
  readonly line: number;
  readonly code: string;
  readonly field: string | null;
}

export interface QuickRepliesImported {
  readonly added: number;
  readonly changed: number;
  readonly mistakes: readonly ImportMistake[];
}

export interface Suggestion {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The customer's words that say so. */
  readonly matched: readonly string[];
}

export interface Suggestions {
  /** The message they fit; null when the customer wrote nothing. */
  readonly seq: number | null;
  readonly suggestions: readonly Suggestion[];
}
