import type { Entry } from "./entry.ts";

/** One line of the thread on screen. Its key is the id the sender drew, before and after the server has the message. */
export type Bubble<M, B> =
  | { readonly key: string; readonly kind: "message"; readonly message: M }
  | { readonly key: string; readonly kind: "entry"; readonly entry: Entry<B> };

/**
 * The messages, then what is still on its way. An entry whose message has been heard is left out, whichever came
 * first, the frame or the answer: so a bubble is never doubled and only its state changes, not its key.
 */
export function bubbles<M extends { readonly id: string }, B>(
  messages: readonly M[],
  entries: readonly Entry<B>[],
): readonly Bubble<M, B>[] {
  const waiting = new Map(entries.map((entry) => [entry.id, entry]));
  const shown: Bubble<M, B>[] = messages.map((message) => {
    waiting.delete(message.id);
    return { key: message.id, kind: "message", message };
  });
  for (const entry of waiting.values()) shown.push({ key: entry.id, kind: "entry", entry });
  return shown;
}
