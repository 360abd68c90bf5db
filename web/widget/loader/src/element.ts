/** Made node by node: pages with Trusted Types or a strict policy refuse HTML from strings. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  parent: Node,
  tag: Tag,
  properties?: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(parent.appendChild(document.createElement(tag)), properties);
}

/** A style sheet made this way is no inline style, which pages may forbid. */
export function wear(target: DocumentOrShadowRoot, styles: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  target.adoptedStyleSheets.push(sheet);
  return sheet;
}
