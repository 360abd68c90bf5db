import { createNotificationApi, type NotificationApi } from "@shopbell/sync/notification-api";
import type { StaffSession } from "@shopbell/sync/staff-session";
import { navigate } from "wouter/use-browser-location";
import { isLookedAt, once, tellOfFocus } from "./attention.ts";
import { chosenIn } from "./chosen.ts";
import { type Heard, news, type Stirred, topicIn } from "./heard.ts";
import { isQuiet } from "./quiet.ts";
import { play } from "./sounds.ts";
import { allowed, show, subscribe } from "./this-browser.ts";
import { wordsOf } from "./words.ts";

/** Tells of what happens while nobody looks at the inbox, the way this person chose. */
export function startTelling(store: string, session: StaffSession): () => void {
  const api = createNotificationApi(store);
  const stopTellingOfFocus = tellOfFocus();
  const stopOpening = openWhatIsClicked();
  let before = session.getSnapshot().inbox;
  const stopListening = session.subscribe(() => {
    const now = session.getSnapshot().inbox;
    const { heard, stirred } = news(before, now);
    before = now;
    if (heard.length > 0) void tell(store, api, heard);
    for (const each of stirred) void tellOf(store, api, each, now.reader);
  });
  void renew(store, api);
  return () => {
    stopListening();
    stopOpening();
    stopTellingOfFocus();
  };
}

/** What stirred may be somebody's own doing, or nothing to tell. */
async function tellOf(
  store: string,
  api: NotificationApi,
  { conversation, after }: Stirred,
  me: string,
): Promise<void> {
  if (await isLookedAt()) return;
  const outcome = await api.after(conversation.id, after);
  if (outcome.kind !== "done") return;
  const topic = topicIn(outcome.value.messages, me);
  if (topic) await tell(store, api, [{ topic, conversation }]);
}

async function tell(store: string, api: NotificationApi, heard: readonly Heard[]): Promise<void> {
  if (await isLookedAt()) return;
  const settings = await chosenIn(store, api);
  if (!settings || isQuiet(settings.quietHours, new Date())) return;
  const { topics } = settings;
  for (const { topic, conversation } of heard) {
    void once(`${conversation.id}.${conversation.lastSeq}`, async () => {
      if (topics.sound.includes(topic)) await play(settings.sound);
      if (settings.browser && topics.browser.includes(topic) && allowed() === "yes") {
        const { title, body } = wordsOf(topic, conversation);
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
