import { arabic } from "../panel/src/texts/arabic.ts";
import { english } from "../panel/src/texts/english.ts";

/** What the panel says, in every language it speaks. */
export const texts = { en: english, ar: arabic };
