import { createWidget, type Shopbell } from "./widget.ts";

declare global {
  interface Window {
    /** Before the script has run: what is to be called then. */
    Shopbell?: Shopbell | ((() => void)[] & { readonly open?: never });
  }
}

const early = window.Shopbell;

// A page may include the script twice.
if (!early?.open) {
  // The browser forgets which script is running as soon as it has run.
  const shopbell = createWidget(Number(document.currentScript?.dataset.offsetBottom) || 0);
  window.Shopbell = shopbell;
  early?.map(shopbell.push);
}
