import type { WidgetSettings } from "@shopbell/protocol/shopper";

type Settings = WidgetSettings & { readonly origin: string };

/** What draws the launcher. The panel's page has the rest: every page of the shop loads these, so they go without their names. */
export type LoaderSettings = readonly [
  key: Settings["key"],
  chat: Settings["chat"],
  brand: Settings["brand"],
  onBrand: Settings["onBrand"],
  position: Settings["position"],
  offsetX: Settings["offsetX"],
  offsetY: Settings["offsetY"],
  launcher: Settings["launcher"],
  launcherText: Settings["launcherText"],
  origin: Settings["origin"],
];

/** The server puts the store's settings here when it serves the script. */
declare const __SHOPBELL_SETTINGS__: LoaderSettings;

export const [
  KEY,
  CHAT_IS_ON,
  BRAND,
  ON_BRAND,
  POSITION,
  OFFSET_X,
  OFFSET_Y,
  LAUNCHER,
  LAUNCHER_TEXT,
  ORIGIN,
] = __SHOPBELL_SETTINGS__;
