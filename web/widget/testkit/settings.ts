import type { WidgetSettings } from "@shopbell/protocol/shopper";

export const SETTINGS: WidgetSettings = {
  store: "Hearthlow",
  key: "key1",
  chat: true,
  brand: "#2F4A3E",
  onBrand: "#FFFFFF",
  brandUi: "#2F4A3E",
  brandUiDark: "#9CC4AF",
  position: "end",
  offsetX: 24,
  offsetY: 24,
  launcher: "icon",
  launcherText: null,
  greeting: null,
  email: "required",
  name: "optional",
  pagesVisited: false,
};
