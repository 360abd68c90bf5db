import type { WidgetSettings } from "@shopbell/protocol/shopper";
import { isWidgetSettings } from "@shopbell/protocol/shopper-guards";

/** The store's settings, which the server put into this page. */
export function pageSettings(): WidgetSettings {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="shopbell-settings"]');
  const settings: unknown = JSON.parse(meta?.content ?? "null");
  if (!isWidgetSettings(settings)) throw new Error("The page has no settings.");
  return settings;
}
