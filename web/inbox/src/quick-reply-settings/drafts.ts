import type { QuickReplyDraft } from "@shopbell/protocol/quick-replies";
import { createUnsaved } from "../settings/items/unsaved.ts";

/** By quick reply. */
export const { useUnsaved, keepUnsaved } = createUnsaved<QuickReplyDraft>();
