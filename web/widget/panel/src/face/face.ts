import type { ShopperMessage, WidgetSettings } from "@shopbell/protocol/shopper";
import type { ShopperState } from "@shopbell/sync/shopper-session";
import type { Face, Preview, Standing } from "../../../port/src/messages.ts";
import type { Texts } from "../texts/texts.ts";
import type { Times } from "../texts/times.ts";
import { hueOf, initialsOf } from "../thread/person.ts";
import { inWords } from "../thread/wordless.ts";

const PREVIEW_LENGTH = 200;
/** A question older than this is not what the shopper waits for any more. */
const WAITING_MS = 24 * 60 * 60_000;

export interface Facing {
  readonly standing: Standing;
  readonly settings: WidgetSettings;
  readonly thread: ShopperState | null;
  readonly texts: Texts;
  readonly times: Times;
  readonly now: number;
}

/** How the launcher looks as things stand; `previewed` is the reply whose preview is being shown. */
export function faceOf(facing: Facing, previewed: ShopperMessage | null): Omit<Face, "styles"> {
  const { standing, settings, texts } = facing;
  const unread = facing.thread?.unread ?? 0;
  const dot = unread === 0 && isWaiting(facing);
  const label = settings.launcherText ?? texts.chat;
  const badge = unread > 99 ? "99+" : unread > 0 ? `${unread}` : "";
  const more = badge ? texts.unread(badge) : dot ? texts.waiting : "";
  return {
    type: "face",
    title: texts.chatWith(settings.store),
    label: standing.open ? texts.close : label + more,
    badge,
    mark: dot ? "dot" : "",
    preview: previewOf(facing, previewed),
  };
}

/** The newest reply the shopper has not seen. */
export function newestUnread(thread: ShopperState | null): ShopperMessage | null {
  const last = thread?.thread.messages.at(-1);
  return thread && thread.unread > 0 && last && last.kind !== "customer" ? last : null;
}

function isWaiting({ thread, now }: Facing): boolean {
  const last = thread?.thread.messages.findLast(({ kind }) => kind !== "automation");
  return last?.kind === "customer" && now - Date.parse(last.sentAt) < WAITING_MS;
}

function previewOf(
  { settings, texts, times, now }: Facing,
  message: ShopperMessage | null,
): Preview {
  if (!message) return { id: "", look: "", lines: [], dismiss: "" };
  const { store } = settings;
  const name = message.author?.name ?? store;
  const when = times.ago(Date.parse(message.sentAt), now);
  const about = name === store ? when : texts.about(store, when);
  const words = inWords(message.text, message.attachments, texts, message.cards);
  const text = [...words.replace(/\s+/g, " ")].slice(0, PREVIEW_LENGTH).join("");
  return {
    id: message.id,
    look: `reply p${hueOf(name)}`,
    lines: [initialsOf(name), name, about, text],
    dismiss: texts.dismiss,
  };
}
