interface Key {
  readonly key: string;
  readonly keyCode: number;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

/** Of a key that sends: whether it also resolves. */
export function sendsAndResolves({ shiftKey, ctrlKey, metaKey }: Key): boolean {
  return shiftKey && (ctrlKey || metaKey);
}

/**
 * Whether a key sends: Enter alone, and Enter with Ctrl or Cmd always. Never while an input method is
 * composing, where Enter takes the word it offers; Safari ends the composition before that Enter, but
 * still says 229.
 */
export function sends(event: Key, enterSends: boolean): boolean {
  if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return false;
  if (event.ctrlKey || event.metaKey) return true;
  return enterSends && !event.shiftKey && !event.altKey;
}
