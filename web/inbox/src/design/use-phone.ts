import { useSyncExternalStore } from "react";

/** Where there is room for one pane only; as the style sheets have it. */
export const phone = matchMedia("(max-width: 767px)");

function subscribe(changed: () => void): () => void {
  phone.addEventListener("change", changed);
  return () => phone.removeEventListener("change", changed);
}

export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, () => phone.matches);
}
