import { type Guard, isCount, isNullable, isObject, isOneOf, isText, isTruth } from "./guard.ts";

/** An image or a video of a message, for staff and shoppers alike. Its addresses are made from its id: docs/reference/protocol.md. */
export interface Attachment {
  readonly id: string;
  readonly kind: "image" | "video";
  readonly name: string;
  readonly mediaType: string;
  /** In bytes, of what is served. */
  readonly size: number;
  readonly width: number;
  readonly height: number;
  /** In seconds, of a video. */
  readonly duration: number | null;
  /** What to draw until it is there. */
  readonly placeholder: string | null;
  /** What is to be seen, in words. */
  readonly alt: string | null;
  /** There is a smaller picture of it. */
  readonly thumbnail: boolean;
  /** There is a picture of the video. */
  readonly poster: boolean;
  /** It moved when it was sent; its first picture is kept. */
  readonly animated: boolean;
}

const isSpan: Guard<number> = (data): data is number =>
  typeof data === "number" && Number.isFinite(data) && data >= 0;

export const isAttachment = isObject<Attachment>({
  id: isText,
  kind: isOneOf("image", "video"),
  name: isText,
  mediaType: isText,
  size: isCount,
  width: isCount,
  height: isCount,
  duration: isNullable(isSpan),
  placeholder: isNullable(isText),
  alt: isNullable(isText),
  thumbnail: isTruth,
  poster: isTruth,
  animated: isTruth,
});

/** The answer to an upload, and to a change of one. */
export interface AttachmentAnswer {
  readonly attachment: Attachment;
}

export const isAttachmentAnswer = isObject<AttachmentAnswer>({ attachment: isAttachment });
