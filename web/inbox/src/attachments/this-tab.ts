const KEY = "shopbell.tab";

/** Where storage is forbidden, a tab is as old as its page. */
let drawn: string | undefined;

/** A name that outlives the pages of this tab. */
export function nameThisTab(): string {
  drawn ??= crypto.randomUUID();
  try {
    const kept = sessionStorage.getItem(KEY);
    if (kept === null) sessionStorage.setItem(KEY, drawn);
    return kept ?? drawn;
  } catch {
    return drawn;
  }
}

/** Whether files were chosen in this tab, so that an earlier page may have left some behind. */
export function mayHaveLeftFiles(): boolean {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
