/** Fingers that pause this long have noticed. */
export const NOTICED_MS = 2_000;

interface RunOn {
  readonly take: (letter: string) => void;
  last: number;
}

let runOn: RunOn | null = null;

/**
 * The field somebody types in has just been taken away, and fingers do not stop at once: what they go on typing is handed
 * over here, and does nothing else. It ends with anything deliberate (a click, Tab, Esc) or a pause.
 */
export function letTypingRunOut(take: (letter: string) => void): void {
  runOn = { take, last: performance.now() };
  document.addEventListener("pointerdown", end);
}

/** Whether this key still belongs to what was being typed. */
export function typingRunsOn(event: KeyboardEvent): boolean {
  if (!runOn) return false;
  const now = performance.now();
  const hasNoticed = now - runOn.last >= NOTICED_MS || event.key === "Escape";
  if (hasNoticed || event.key === "Tab") {
    end();
    return false;
  }
  runOn.last = now;
  if (event.key.length === 1) {
    event.preventDefault();
    runOn.take(event.key);
  }
  return true;
}

function end(): void {
  runOn = null;
  document.removeEventListener("pointerdown", end);
}
