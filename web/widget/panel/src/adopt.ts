/** Gives the panel the styles of a part that is fetched later: they come with its code, so that nothing is drawn without them. */
export function adopt(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
