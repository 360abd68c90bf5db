import type { QuickReplyDraft } from "@shopbell/protocol/quick-replies";
import { createUnsaved } from "../settings/items/unsaved.ts";

/** A picture that was chosen and is not saved. */
export interface ChosenPicture {
  readonly file: Blob;
  readonly name: string;
  /** An address to show it by. */
  readonly preview: string;
}

export interface UnsavedReply extends QuickReplyDraft {
  /** Null takes the saved one away; absent, it stays. */
  readonly picture?: ChosenPicture | null;
}

/** By quick reply. */
export const { useUnsaved, keepUnsaved } = createUnsaved<UnsavedReply>();
