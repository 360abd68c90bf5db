import { buttonStyle } from "../design/button-style.ts";
import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";
import { useStore } from "./use-store.ts";

/** Leads to the shop's own pages, as a shopper sees them. */
export function OpenStore({ kind = "ghost" }: { readonly kind?: "ghost" | "secondary" }) {
  const origin = useStore()?.origins[0];
  if (!origin) return null;
  return (
    <a className={buttonStyle({ kind })} href={origin} target="_blank" rel="noopener noreferrer">
      <Icon name="external" />
      {texts.overview.openStore}
    </a>
  );
}
