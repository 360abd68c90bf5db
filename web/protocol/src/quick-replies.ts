/** Answers that were prepared: docs/reference/protocol.md, 3. */

/** What goes along with a quick reply. */
export interface QuickReplyPicture {
  /** Another one for other bytes. */
  readonly version: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** To be drawn until it is there. */
  readonly placeholder: string | null;
  /** Whether there is a smaller one. */
  readonly thumbnail: boolean;
}

export interface QuickReply {
  readonly id: string;
  readonly title: string;
  /** Without the / it is typed behind. */
  readonly shortcut: string;
  readonly text: string;
  readonly picture: QuickReplyPicture | null;
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
