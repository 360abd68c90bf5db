import type { NotificationApi } from "@shopbell/sync/notification-api";

const WORKER = "/inbox/service-worker.js";
const SCOPE = "/inbox/";

/** Whether this browser may show notifications; `unable`: it cannot, or not on a page without https. */
export type Allowed = "yes" | "no" | "ask" | "unable";

export function allowed(): Allowed {
  if (typeof Notification === "undefined" || !("serviceWorker" in navigator)) return "unable";
  switch (Notification.permission) {
    case "granted":
      return "yes";
    case "denied":
      return "no";
    case "default":
      return "ask";
  }
}

export async function askToAllow(): Promise<Allowed> {
  await Notification.requestPermission();
  return allowed();
}

/** Shows something here and now; a click on it opens the conversation. */
export async function show(conversation: string, title: string, body: string): Promise<void> {
  const worker = await register();
  await worker?.showNotification(title, { body, tag: conversation, dir: "auto" });
}

/** Has this browser told also while no page of the inbox is open; says whether it will be. */
export async function subscribe(api: NotificationApi, pushKey: string): Promise<boolean> {
  const worker = await register();
  if (!worker) return false;
  try {
    const key = bytesOf(pushKey);
    const known = await worker.pushManager.getSubscription();
    if (known && !isOf(known, key)) await known.unsubscribe();
    const subscription = await worker.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: key,
    });
    const outcome = await api.subscribe(subscription.toJSON());
    return outcome.kind === "done";
  } catch {
    // The browser has no push service, or it cannot be reached.
    return false;
  }
}

/** Whoever signs out is told nothing more here. The server forgets this browser by itself. */
export async function forget(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const worker = await navigator.serviceWorker.getRegistration(SCOPE);
  const subscription = await worker?.pushManager?.getSubscription();
  await subscription?.unsubscribe();
  for (const shown of (await worker?.getNotifications()) ?? []) shown.close();
}

async function register(): Promise<ServiceWorkerRegistration | null> {
  try {
    await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
    return await activeIn(SCOPE);
  } catch {
    return null;
  }
}

/** Not `ready`, which waits for a worker of this very page: `/inbox` lies beside the scope. */
async function activeIn(scope: string): Promise<ServiceWorkerRegistration | null> {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  const worker = registration?.active ?? registration?.waiting ?? registration?.installing;
  if (!registration || !worker) return null;
  if (worker.state === "activated") return registration;
  return new Promise((resolve) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve(registration);
      if (worker.state === "redundant") resolve(null);
    });
  });
}

function isOf(subscription: PushSubscription, key: Uint8Array): boolean {
  const used = subscription.options.applicationServerKey;
  if (!used) return false;
  const bytes = new Uint8Array(used);
  return bytes.length === key.length && bytes.every((byte, at) => byte === key[at]);
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
