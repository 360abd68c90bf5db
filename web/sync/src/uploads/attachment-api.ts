import { type AttachmentAnswer, isAttachmentAnswer } from "@shopbell/protocol/attachment";
import { ask, type Outcome } from "../http.ts";
import { queryOf } from "../url.ts";
import { sendFile } from "./send-file.ts";

/** What can be done with a file of a conversation, by staff or by its shopper. */
export interface AttachmentApi {
  /** Safe to repeat with the same id and the same bytes. */
  put(file: FileToPut, signal: AbortSignal, sent: (part: number) => void): Answer;
  /** A frame of a video, drawn by the browser that sent it. */
  poster(conversation: string, id: string, poster: Blob, signal: AbortSignal): Answer;
  /** Takes back what no message carries yet. */
  remove(conversation: string, id: string): Promise<Outcome<unknown>>;
  /** What it shows, in words; for staff alone. */
  describe(conversation: string, id: string, alt: string): Answer;
}

type Answer = Promise<Outcome<AttachmentAnswer>>;

export interface FileToPut {
  readonly conversation: string;
  readonly id: string;
  readonly name: string;
  readonly file: Blob;
}

export interface AttachmentPlace {
  /** Where a conversation is, as `/api/staff/stores/S/conversations/C`. */
  conversation(id: string): string;
  /** A shopper's; looked at anew with every request. */
  readonly secret?: string | undefined;
}

export function createAttachmentApi(place: AttachmentPlace): AttachmentApi {
  const by = () => (place.secret === undefined ? {} : { secret: place.secret });
  const at = (of: string, id: string) => `${place.conversation(of)}/attachments/${id}`;
  const guard = isAttachmentAnswer;
  return {
    put: ({ conversation: of, id, name, file }, signal, sent) =>
      sendFile({ url: at(of, id) + queryOf({ name }), file, guard, signal, sent, ...by() }),
    poster: (of, id, file, signal) =>
      sendFile({ url: `${at(of, id)}/poster`, file, guard, signal, ...by() }),
    remove: (of, id) => ask({ method: "DELETE", url: at(of, id), guard: isAnything, ...by() }),
    describe: (of, id, alt) =>
      ask({ method: "PUT", url: `${at(of, id)}/alt`, body: { alt }, guard, ...by() }),
  };
}

function isAnything(_: unknown): _ is unknown {
  return true;
}
