const KEY = "shopbell.singleKeys";
const OFF = "off";

/** Where storage is forbidden, the choice lasts until the page is left. */
let chosen: boolean | null = null;

/**
 * Whether keys pressed alone do something. Who speaks to their computer, or whose hand slips, may switch them off
 * (WCAG 2.1.4); for this browser, because it belongs to the person and the device.
 */
export function singleKeysWork(): boolean {
  try {
    return localStorage.getItem(KEY) !== OFF;
  } catch {
    return chosen ?? true;
  }
}

export function letSingleKeysWork(work: boolean): void {
  chosen = work;
  try {
    if (work) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, OFF);
  } catch {
    // Then it is remembered above.
  }
}
