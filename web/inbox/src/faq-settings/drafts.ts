import type { FaqDraft } from "@shopbell/protocol/faqs";
import { createUnsaved } from "../settings/items/unsaved.ts";

/** By FAQ. */
export const { useUnsaved, keepUnsaved } = createUnsaved<FaqDraft>();
