import type { Attachment } from "@shopbell/protocol/attachment";
import type { Environment } from "../environment.ts";
import { isTransient, type Outcome, type Refused, UNREACHED } from "../http.ts";
import { createNaps } from "../naps.ts";
import { waitAfter } from "../retry.ts";
import type { AttachmentApi } from "./attachment-api.ts";
import type { FileStorage, KeptFile } from "./file-storage.ts";
import { type Eyes, type Finding, fitted, type Looked, look } from "./look.ts";
import { cleanDescription, cleanName } from "./names.ts";
import type { FileProblem } from "./problems.ts";
import type { Progress, Upload, Uploads, UploadsState } from "./upload.ts";

export interface UploadsOptions {
  readonly api: AttachmentApi;
  readonly storage: FileStorage;
  readonly environment: Environment;
  readonly eyes: Eyes;
  /** Whose files these are, and the tab they are chosen in. */
  readonly owner: string;
  readonly tab: string;
  /** Gives bytes an address in this page, and takes it back. */
  readonly addresses: { of(file: Blob): string; release(address: string): void };
  changed(state: UploadsState): void;
}

const AT_ONCE = 3;
/** Longer than the server keeps what no message came for. */
const FORGOTTEN_MS = 48 * 3_600_000;
const MOST_ARRIVED = 40;

interface Bytes {
  readonly at: number;
  /** As it was chosen, until it is known to fit. */
  readonly file: Blob;
  readonly poster: Blob | null;
}

export function createUploads(options: UploadsOptions): Uploads {
  const { api, storage, environment, eyes, owner, tab, addresses } = options;
  const naps = createNaps(environment);
  const uploads = new Map<string, Upload>();
  const bytes = new Map<string, Bytes>();
  const arrived = new Map<string, string>();
  const active = new Map<string, AbortController>();
  const watchers = new Set<() => void>();
  const saidAlt = new Map<string, string>();
  /** Whose words are on their way: once a message is sent they stay as they are. */
  const telling = new Set<string>();
  let stopped = false;
  let lastAt = 0;

  function publish(): void {
    if (stopped) return;
    options.changed({ uploads: [...uploads.values()], arrived: new Map(arrived) });
    for (const watch of [...watchers]) watch();
  }

  function change(id: string, changed: Partial<Upload>): void {
    const upload = uploads.get(id);
    if (!upload) return;
    uploads.set(id, { ...upload, ...changed });
    publish();
  }

  const move = (id: string, progress: Progress) => change(id, { progress });

  function keep(id: string): void {
    const upload = uploads.get(id);
    const held = bytes.get(id);
    if (!upload?.kind || !held) return;
    const { conversation, name, kind, width, height, alt } = upload;
    const kept: KeptFile = {
      id,
      owner,
      tab,
      conversation,
      name,
      kind,
      width,
      height,
      alt,
      ...held,
    };
    // Not kept, it is sent all the same.
    storage.put(kept).catch(() => {});
  }

  function forget(id: string): void {
    const upload = uploads.get(id);
    active.get(id)?.abort();
    uploads.delete(id);
    bytes.delete(id);
    for (const address of [upload?.preview, upload?.poster]) {
      if (address && address !== arrived.get(id)) addresses.release(address);
    }
    storage.remove(id).catch(() => {});
    publish();
  }

  async function lookAt(id: string, finding: Promise<Finding>): Promise<void> {
    const found = await finding.catch((): Finding => {
      return { kind: "problem", problem: { kind: "wrong_type" } };
    });
    if (!uploads.has(id) || stopped) return;
    if (found.kind === "problem") return hasProblem(id, found.problem);
    fits(id, found.looked);
  }

  function fits(id: string, { kind, file, width, height, poster }: Looked): void {
    const before = uploads.get(id);
    bytes.set(id, { at: bytes.get(id)?.at ?? nextAt(), file, poster });
    if (before?.preview) addresses.release(before.preview);
    change(id, {
      kind,
      bytes: file.size,
      width,
      height,
      preview: addresses.of(file),
      poster: poster && addresses.of(poster),
      progress: { kind: "waiting" },
    });
    keep(id);
    run();
  }

  function hasProblem(id: string, problem: FileProblem): void {
    const held = bytes.get(id);
    const canShrink = "canShrink" in problem && problem.canShrink;
    if (canShrink && held && !uploads.get(id)?.preview) {
      change(id, { kind: "image", preview: addresses.of(held.file) });
    }
    move(id, { kind: "problem", problem });
  }

  function nextAt(): number {
    lastAt = Math.max(environment.now(), lastAt + 1);
    return lastAt;
  }

  function run(): void {
    for (const { id, progress } of uploads.values()) {
      if (active.size >= AT_ONCE || stopped) return;
      if (progress.kind === "waiting" && !active.has(id)) void carry(id);
    }
  }

  async function carry(id: string): Promise<void> {
    const controller = new AbortController();
    const isOver = () => stopped || controller.signal.aborted || !uploads.has(id);
    active.set(id, controller);
    for (let tries = 0; !isOver(); tries += 1) {
      move(id, { kind: "sending", part: 0 });
      const outcome = await attempt(id, controller.signal);
      if (isOver()) break;
      if (outcome.kind === "done") {
        move(id, { kind: "there", attachment: outcome.value });
        tellAlt(id);
        break;
      }
      const isSignedOut = outcome.kind === "refused" && outcome.status === 401;
      if (outcome.kind === "refused" && !isTransient(outcome) && !isSignedOut) {
        hasProblem(id, problemOf(outcome, uploads.get(id)));
        break;
      }
      move(id, { kind: "retrying" });
      await waitAfter(outcome, tries, naps, environment);
    }
    if (active.get(id) === controller) active.delete(id);
    run();
  }

  async function attempt(id: string, signal: AbortSignal): Promise<Outcome<Attachment>> {
    const upload = uploads.get(id);
    const held = bytes.get(id);
    if (!upload || !held) return UNREACHED;
    const { conversation, name } = upload;
    const sent = (part: number) => {
      if (!signal.aborted) move(id, { kind: "sending", part });
    };
    const outcome = await api.put({ conversation, id, name, file: held.file }, signal, sent);
    if (outcome.kind !== "done") return outcome;
    const { attachment } = outcome.value;
    if (!held.poster || attachment.poster) return { kind: "done", value: attachment };
    // Without one a video is shown all the same.
    const posted = await api.poster(conversation, id, held.poster, signal);
    return { kind: "done", value: posted.kind === "done" ? posted.value.attachment : attachment };
  }

  /** What it shows may be said before it is there, and again after. */
  function tellAlt(id: string): void {
    const upload = uploads.get(id);
    if (upload?.progress.kind !== "there" || telling.has(id)) return;
    const { conversation, alt } = upload;
    if (alt === (saidAlt.get(id) ?? upload.progress.attachment.alt ?? "")) return;
    saidAlt.set(id, alt);
    telling.add(id);
    void persist(() => api.describe(conversation, id, alt)).then(() => {
      telling.delete(id);
      publish();
      // Said otherwise meanwhile.
      tellAlt(id);
    });
  }

  async function persist(once: () => Promise<Outcome<unknown>>): Promise<void> {
    for (let tries = 0; !stopped; tries += 1) {
      const outcome = await once();
      if (outcome.kind === "done" || !isTransient(outcome)) return;
      await waitAfter(outcome, tries, naps, environment);
    }
  }

  function begin({ id, conversation, name, kind, width, height, alt, file, poster, at }: KeptFile) {
    if (uploads.has(id)) return;
    bytes.set(id, { at, file, poster });
    uploads.set(id, {
      id,
      conversation,
      name,
      kind,
      bytes: file.size,
      width,
      height,
      alt,
      preview: addresses.of(file),
      poster: poster && addresses.of(poster),
      progress: { kind: "waiting" },
    });
  }

  /** What another page of this browser left behind. What nobody kept, the server may have all the same. */
  async function takeUp(id: string): Promise<void> {
    const kept = await storage.get(id).catch(() => undefined);
    if (!kept || kept.owner !== owner || stopped || uploads.has(id)) return;
    begin(kept);
    publish();
    run();
  }

  function isUnderWay(id: string, progress: Progress | undefined): boolean {
    return progress !== undefined && (progress.kind !== "there" || telling.has(id));
  }

  function standing(ids: readonly string[]): Outcome<unknown> | null {
    let outcome: Outcome<unknown> | null = { kind: "done", value: null };
    for (const id of ids) {
      const progress = uploads.get(id)?.progress;
      if (progress?.kind === "problem") return refusalOf(progress.problem);
      if (progress?.kind === "retrying") outcome = UNREACHED;
      else if (outcome?.kind === "done" && isUnderWay(id, progress)) outcome = null;
    }
    return outcome;
  }

  return {
    async start() {
      const kept = await storage.all().catch(() => []);
      if (stopped) return;
      for (const one of [...kept].sort((some, other) => some.at - other.at)) {
        const isOld = environment.now() - one.at > FORGOTTEN_MS;
        if (isOld) storage.remove(one.id).catch(() => {});
        else if (one.owner === owner && one.tab === tab) begin(one);
      }
      publish();
      run();
    },
    stop() {
      stopped = true;
      for (const controller of active.values()) controller.abort();
      naps.end();
      for (const watch of [...watchers]) watch();
    },
    add(conversation, files, room) {
      files.forEach((file, index) => {
        const id = environment.newId();
        bytes.set(id, { at: nextAt(), file, poster: null });
        uploads.set(id, {
          id,
          conversation,
          name: cleanName(file.name),
          kind: null,
          bytes: file.size,
          width: 0,
          height: 0,
          preview: null,
          poster: null,
          alt: "",
          progress: { kind: "checking" },
        });
        if (index < room) void lookAt(id, look(file, eyes));
        else hasProblem(id, { kind: "too_many" });
      });
      publish();
    },
    shrink(id) {
      const held = bytes.get(id);
      const upload = uploads.get(id);
      if (!held || upload?.progress.kind !== "problem") return;
      move(id, { kind: "checking" });
      void lookAt(id, fitted(held.file, eyes));
    },
    remove(id) {
      const upload = uploads.get(id);
      if (!upload) return;
      const isKnown = active.has(id) || upload.progress.kind === "there";
      forget(id);
      // What cannot be taken back now, the server sweeps away.
      if (isKnown) void api.remove(upload.conversation, id);
      run();
    },
    describe(id, alt) {
      change(id, { alt: cleanDescription(alt) });
      keep(id);
      tellAlt(id);
    },
    async there(ids) {
      await Promise.all(ids.filter((id) => !uploads.has(id)).map(takeUp));
      for (;;) {
        const outcome = stopped ? UNREACHED : standing(ids);
        if (outcome) return outcome;
        await new Promise<void>((resolve) => {
          const watch = () => {
            watchers.delete(watch);
            resolve();
          };
          watchers.add(watch);
        });
      }
    },
    over(ids, isAtServer) {
      for (const id of ids) {
        const preview = uploads.get(id)?.preview;
        if (preview && isAtServer) arrived.set(id, preview);
        forget(id);
      }
      for (const [id, address] of [...arrived].slice(0, -MOST_ARRIVED)) {
        arrived.delete(id);
        addresses.release(address);
      }
      publish();
      run();
    },
    again(ids) {
      for (const id of ids) {
        const kind = uploads.get(id)?.progress.kind;
        if (kind === "there" || kind === "problem") move(id, { kind: "waiting" });
      }
      run();
    },
    wake: () => naps.wake(),
  };
}

const TOO_LARGE_TO_DRAW = new Set(["file_too_large", "image_too_large"]);

function problemOf(refused: Refused, upload: Upload | undefined): FileProblem {
  const canShrink = upload?.kind === "image" && TOO_LARGE_TO_DRAW.has(refused.code);
  return { kind: "refused", code: refused.code, canShrink };
}

/** As the server would say it, so that the message it goes with fails for the same reason. */
function refusalOf(problem: FileProblem): Refused {
  const code = problem.kind === "refused" ? problem.code : "file_damaged";
  return {
    kind: "refused",
    status: 422,
    code,
    field: "attachments",
    retryAfter: null,
    problem: {},
  };
}
