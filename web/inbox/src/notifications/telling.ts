import type { ConversationSummary } from "@shopbell/protocol/staff";
import { createNotificationApi, type NotificationApi } from "@shopbell/sync/notification-api";
import type { StaffSession } from "@shopbell/sync/staff-session";
import { navigate } from "wouter/use-browser-location";
import { isLookedAt, once, tellOfFocus } from "./attention.ts";
import { chosenIn } from "./chosen.ts";
import { heard } from "./heard.ts";
import { isQuiet } from "./quiet.ts";
import { play } from "./sounds.ts";
import { allowed, show, subscribe } from "./this-browser.ts";
import { wordsOf } from "./words.ts";

/** Tells of customers' messages while nobody looks at the inbox, the way this person chose. */
export function startTelling(store: string, session: StaffSession): () => void {
  const api = createNotificationApi(store);
  const stopTellingOfFocus = tellOfFocus();
  const stopOpening = openWhatIsClicked();
  let before = session.getSnapshot().inbox;
  const stopListening = session.subscribe(() => {
    const now = session.getSnapshot().inbox;
    const news = heard(before, now);
    before = now;
    if (news.length > 0) void tell(store, api, news);
  });
  void renew(store, api);
  return () => {
    stopListening();
    stopOpening();
    stopTellingOfFocus();
  };
}

async function tell(
  store: string,
  api: NotificationApi,
  news: readonly ConversationSummary[],
): Promise<void> {
  if (await isLookedAt()) return;
  const settings = await chosenIn(store, api);
  if (!settings || isQuiet(settings.quietHours, new Date())) return;
  for (const conversation of news) {
    void once(`${conversation.id}.${conversation.lastSeq}`, async () => {
      await play(settings.sound);
      if (settings.browser && allowed() === "yes") {
        const { title, body } = wordsOf(conversation);
        await show(conversation.id, title, body);
      }
    });
  }
}

/** A browser that was allowed to, and whose person signed in again. */
async function renew(store: string, api: NotificationApi): Promise<void> {
  if (allowed() !== "yes") return;
  const settings = await chosenIn(store, api);
  if (settings?.browser) await subscribe(api, settings.pushKey);
}

function openWhatIsClicked(): () => void {
  const workers = navigator.serviceWorker;
  if (!workers) return () => {};
  const open = ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== "object" || data === null) return;
    if ("type" in data && data.type === "open" && "path" in data) navigate(String(data.path));
  };
  workers.addEventListener("message", open);
  workers.startMessages();
  return () => workers.removeEventListener("message", open);
}
