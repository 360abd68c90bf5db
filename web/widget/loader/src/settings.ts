import type { WidgetSettings } from "@shopbell/protocol/shopper";

/** The server puts the store's settings here when it serves the script. */
declare const __SHOPBELL_SETTINGS__: WidgetSettings & { readonly origin: string };

export const settings = __SHOPBELL_SETTINGS__;
