import type { Membership } from "@shopbell/protocol/staff";

const KEY = "shopbell.store";

/** The store this tab was in, else the one last chosen in this browser, else the first. */
export function currentStore(stores: readonly Membership[]): Membership | undefined {
  const kept = [sessionStorage.getItem(KEY), localStorage.getItem(KEY)];
  const known = kept.map((id) => stores.find((store) => store.id === id));
  return known.find((store) => store !== undefined) ?? stores[0];
}

export function keepCurrentStore(id: string): void {
  sessionStorage.setItem(KEY, id);
  localStorage.setItem(KEY, id);
}
