import type { Attachment } from "@shopbell/protocol/attachment";

/** A file that goes with a message: stored, or still on its way from this device. */
export type MessageFile =
  | { readonly kind: "stored"; readonly attachment: Attachment }
  | { readonly kind: "kept"; readonly id: string };
