const FOCUSED = "shopbell.focused";
const TOLD_FOR_MS = 10_000;

/** Keeps the browser's other pages of the inbox informed that somebody looks at this one. */
export function tellOfFocus(): () => void {
  if (!navigator.locks) return () => {};
  let release: (() => void) | null = null;
  const hold = () => {
    if (release || !document.hasFocus()) return;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    void navigator.locks.request(FOCUSED, { mode: "shared" }, () => held);
  };
  const letGo = () => {
    release?.();
    release = null;
  };
  hold();
  window.addEventListener("focus", hold);
  window.addEventListener("blur", letGo);
  return () => {
    letGo();
    window.removeEventListener("focus", hold);
    window.removeEventListener("blur", letGo);
  };
}

/** Whether somebody looks at a page of the inbox in this browser. */
export async function isLookedAt(): Promise<boolean> {
  if (document.hasFocus()) return true;
  const locks = await navigator.locks?.query();
  return locks?.held?.some(({ name }) => name === FOCUSED) ?? false;
}

/** Runs `work` in one of the browser's pages that all hear the same. */
export async function once(what: string, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request(`shopbell.told.${what}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    await work();
    await new Promise((resolve) => setTimeout(resolve, TOLD_FOR_MS));
  });
}
