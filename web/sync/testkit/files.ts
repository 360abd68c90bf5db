import type { Attachment } from "@shopbell/protocol/attachment";
import type { Outcome } from "../src/http.ts";
import type { AttachmentApi } from "../src/uploads/attachment-api.ts";
import type { FileStorage, KeptFile } from "../src/uploads/file-storage.ts";
import type { Eyes } from "../src/uploads/look.ts";
import type { World } from "./world.ts";

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A file that begins as a PNG does. */
export function aPicture(name: string, bytes = 100, head: readonly number[] = PNG): File {
  const content = new Uint8Array(bytes);
  content.set(head.slice(0, bytes));
  return new File([content], name, { type: "application/octet-stream" });
}

export function anAttachment(id: string, changed: Partial<Attachment> = {}): Attachment {
  return {
    id,
    kind: "image",
    name: "mug.png",
    mediaType: "image/png",
    size: 100,
    width: 40,
    height: 30,
    duration: null,
    placeholder: null,
    alt: null,
    thumbnail: false,
    poster: false,
    animated: false,
    ...changed,
  };
}

/** A browser that can read and make any picture, of 40 by 30. */
export const goodEyes: Eyes = {
  sizeOf: async () => ({ width: 40, height: 30 }),
  converted: async () => ({ file: new Blob(["drawn"]), width: 40, height: 30 }),
  shrunk: async () => ({ file: new Blob(["small"]), width: 40, height: 30 }),
  film: async () => ({ seconds: 3, width: 40, height: 30, poster: new Blob(["frame"]) }),
};

/** What outlives the pages of one browser. */
export function createMemoryFiles(): FileStorage & { readonly kept: Map<string, KeptFile> } {
  const kept = new Map<string, KeptFile>();
  return {
    kept,
    all: async () => [...kept.values()],
    get: async (id) => kept.get(id),
    async put(file) {
      kept.set(file.id, file);
    },
    async remove(id) {
      kept.delete(id);
    },
  };
}

type Fate = "done" | "cut" | "answer_lost" | Outcome<never>;

/** As much of the server as uploads need: it stores each id once, and one file takes a second. */
export function createFakeAttachments(world: World) {
  const puts: string[] = [];
  const stored = new Map<string, Blob>();
  const posters = new Map<string, Blob>();
  const removed: string[] = [];
  const alts: (readonly [string, string])[] = [];
  const fates: Fate[] = [];
  let inFlight = 0;
  let most = 0;
  const unreached: Outcome<never> = { kind: "unreached" };
  const answer = (id: string) =>
    ({
      kind: "done",
      value: { attachment: anAttachment(id, { poster: posters.has(id) }) },
    }) as const;

  const api: AttachmentApi = {
    async put({ id, file }, signal, sent) {
      puts.push(id);
      const fate = fates.shift() ?? "done";
      inFlight += 1;
      most = Math.max(most, inFlight);
      await world.later(500);
      sent(0.5);
      await world.later(500);
      inFlight -= 1;
      if (signal.aborted || fate === "cut") return unreached;
      if (typeof fate === "object") return fate;
      stored.set(id, file);
      return fate === "answer_lost" ? unreached : answer(id);
    },
    async poster(_, id, poster) {
      posters.set(id, poster);
      return answer(id);
    },
    async remove(_, id) {
      removed.push(id);
      stored.delete(id);
      return { kind: "done", value: null };
    },
    async describe(_, id, alt) {
      await world.later(100);
      alts.push([id, alt]);
      return answer(id);
    },
  };
  return {
    api,
    puts,
    stored,
    posters,
    removed,
    alts,
    /** What becomes of the next ones. */
    meets: (...next: readonly Fate[]) => void fates.push(...next),
    most: () => most,
  };
}
