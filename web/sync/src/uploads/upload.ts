import type { Attachment } from "@shopbell/protocol/attachment";
import type { Outcome } from "../http.ts";
import type { FileKind, FileProblem } from "./problems.ts";

/** A file on its way to the server, from the moment it is chosen until the message it goes with is there. */
export interface Upload {
  /** Drawn once; every try carries it, so that the server stores it once. */
  readonly id: string;
  readonly conversation: string;
  readonly name: string;
  /** Null until it was looked at, and for what is nothing that can be sent. */
  readonly kind: FileKind | null;
  readonly bytes: number;
  /** Zero where this browser cannot tell. */
  readonly width: number;
  readonly height: number;
  /** Addresses in this page alone: of the picture or video itself, and of a video's first frame. */
  readonly preview: string | null;
  readonly poster: string | null;
  /** What it shows, in words. */
  readonly alt: string;
  readonly progress: Progress;
}

export type Progress =
  /** Being looked at or shrunk; nothing has left yet. */
  | { readonly kind: "checking" }
  | { readonly kind: "waiting" }
  | { readonly kind: "sending"; readonly part: number }
  /** Cut off; it is tried again by itself. */
  | { readonly kind: "retrying" }
  | { readonly kind: "there"; readonly attachment: Attachment }
  | { readonly kind: "problem"; readonly problem: FileProblem };

/** Whether it can go with a message that is sent now, if not at once then when it has arrived. */
export function goesAlong({ progress }: Upload): boolean {
  return progress.kind !== "problem";
}

/** Those that no message takes along yet, in the order they were chosen. */
export function loose(
  uploads: readonly Upload[],
  conversation: string,
  entries: readonly { readonly body: { readonly attachments?: readonly string[] } }[],
): readonly Upload[] {
  const taken = new Set(entries.flatMap(({ body }) => body.attachments ?? []));
  return uploads.filter((one) => one.conversation === conversation && !taken.has(one.id));
}

export interface UploadsState {
  /** In the order they were chosen. */
  readonly uploads: readonly Upload[];
  /** By id, the addresses in this page of what has arrived: what is on screen already is not loaded once more. */
  readonly arrived: ReadonlyMap<string, string>;
}

/**
 * Files on their way to the server: looked at, kept on this device, sent a few at a time, and repeated with the same id until there is
 * an answer. Which message they go with is the outbox's to know.
 */
export interface Uploads {
  /** Takes up what an earlier page of this tab left behind. */
  start(): Promise<void>;
  stop(): void;
  /** Looks at files and sends those that fit, of which there may be so many more. */
  add(conversation: string, files: readonly File[], room: number): void;
  /** Takes the offer that was made for an image that is too large. */
  shrink(id: string): void;
  /** Calls off what is under way, and takes back what is there. */
  remove(id: string): void;
  /** Says what an image or a video shows. */
  describe(id: string, alt: string): void;
  /** Settles when all of them are at the server, or when that fails for now or for good. */
  there(ids: readonly string[]): Promise<Outcome<unknown>>;
  /** Their message is at the server, or given up. */
  over(ids: readonly string[], isAtServer: boolean): void;
  /** What the server refused or lost is sent once more. */
  again(ids: readonly string[]): void;
  /** Tries at once what waits for its next try. */
  wake(): void;
}
