import { useEffect, useRef } from "react";
import { type Binding, bindKeys } from "./bindings.ts";

/**
 * Runs on a key pressed alone, anywhere but in a field, a menu or a dialog, unless such keys are switched off.
 * What one can also choose by name is a command; see [useCommands].
 */
export function useShortcut(keys: string, run: Binding["run"]): void {
  useBindings([{ keys, run }]);
}

export function useBindings(bindings: readonly Binding[]): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => bindKeys(() => latest.current), []);
}
