/** Tells of customers' messages, and opens the conversation when that is clicked. It keeps nothing and answers no request. */

declare const self: ServiceWorkerGlobalScope;

/** As the server writes it, whole and ready to be shown. */
interface Told {
  readonly title: string;
  readonly body: string;
  readonly conversation: string;
}

const UUID = /^[0-9a-f-]{36}$/;
const INBOX = "/inbox";

self.addEventListener("install", () => void self.skipWaiting());

self.addEventListener("push", (event) => {
  const told = read(event.data);
  if (told) event.waitUntil(show(told));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(`${INBOX}/messages/${event.notification.tag}`));
});

/** What is told later of a conversation takes the place of what was told before. */
async function show({ title, body, conversation }: Told): Promise<void> {
  await self.registration.showNotification(title, { body, tag: conversation, dir: "auto" });
}

/** In the inbox that is open already, if there is one. */
async function open(path: string): Promise<void> {
  const url = new URL(path, self.location.origin).href;
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const page = pages.find((each) => new URL(each.url).pathname.startsWith(INBOX));
  if (!page) {
    await self.clients.openWindow(url);
    return;
  }
  page.postMessage({ type: "open", path });
  await page.focus();
}

function read(data: PushMessageData | null): Told | null {
  let told: unknown;
  try {
    told = data?.json();
  } catch {
    return null;
  }
  return isTold(told) ? told : null;
}

function isTold(data: unknown): data is Told {
  return (
    typeof data === "object" &&
    data !== null &&
    "title" in data &&
    typeof data.title === "string" &&
    "body" in data &&
    typeof data.body === "string" &&
    "conversation" in data &&
    typeof data.conversation === "string" &&
    UUID.test(data.conversation)
  );
}

export {};
