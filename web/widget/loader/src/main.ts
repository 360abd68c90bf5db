import { settings } from "./settings.ts";
import { mount, type Widget } from "./widget.ts";

declare global {
  interface Window {
    Shopbell?: Widget;
  }
}

// A page may include the script twice.
if (!window.Shopbell) {
  // The browser forgets which script is running as soon as it has run.
  const offsetBottom = Number(document.currentScript?.dataset.offsetBottom) || 0;
  let widget: Widget | undefined;
  const start = () => {
    if (settings.chat) widget ??= mount(offsetBottom);
  };
  window.Shopbell = {
    open() {
      start();
      widget?.open();
    },
    close() {
      widget?.close();
    },
  };

  // After everything the page itself needs.
  if (document.readyState === "complete") setTimeout(start);
  else addEventListener("load", () => setTimeout(start));
}
