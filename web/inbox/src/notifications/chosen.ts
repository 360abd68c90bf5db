import type { NotificationSettings } from "@shopbell/protocol/notification";
import type { NotificationApi } from "@shopbell/sync/notification-api";

const FRESH_MS = 60_000;

let chosen: { readonly store: string; readonly settings: NotificationSettings; at: number } | null =
  null;

/** Known from now, because they were just read or saved here. */
export function keepChosen(store: string, settings: NotificationSettings): void {
  chosen = { store, settings, at: Date.now() };
}

/** What this person chose, asked for again after a minute: they may have chosen elsewhere. */
export async function chosenIn(
  store: string,
  api: NotificationApi,
): Promise<NotificationSettings | null> {
  if (chosen?.store === store && Date.now() - chosen.at < FRESH_MS) return chosen.settings;
  const outcome = await api.settings();
  if (outcome.kind === "done") keepChosen(store, outcome.value);
  return chosen?.store === store ? chosen.settings : null;
}
