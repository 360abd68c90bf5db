/** Where words that were chosen elsewhere are gone on with. */
export function focusComposer(): void {
  document.querySelector<HTMLElement>("textarea[data-pane-focus]")?.focus();
}
