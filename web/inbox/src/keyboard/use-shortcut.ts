import { useEffect, useRef } from "react";
import { singleKeysWork } from "./single-keys.ts";

/**
 * Runs on a key pressed alone, anywhere but in a field, a menu or a dialog, unless such keys are switched off.
 * `keys` as in `KeyboardEvent.key`, lower case.
 */
export function useShortcut(keys: string, run: (event: KeyboardEvent) => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.isComposing || event.key.toLowerCase() !== keys || takesKeys(event.target)) return;
      if (!singleKeysWork()) return;
      event.preventDefault();
      latest.current(event);
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [keys]);
}

function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable], [role=menu], dialog") !== null
  );
}
