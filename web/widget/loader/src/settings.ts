import type { WidgetSettings } from "@shopbell/protocol/shopper";

/** What draws the launcher. The panel's page has the rest: every page of the shop loads these. */
export type LoaderSettings = Omit<
  WidgetSettings,
  "store" | "brandUi" | "brandUiDark" | "greeting" | "email" | "name"
> & { readonly origin: string };

/** The server puts the store's settings here when it serves the script. */
declare const __SHOPBELL_SETTINGS__: LoaderSettings;

export const settings = __SHOPBELL_SETTINGS__;
