const PLACE = "{code}";

/** What the server will say, too: into the store, with one place for the code. */
export function isLinkTemplate(typed: string, origins: readonly string[]): boolean {
  if (typed.split(PLACE).length !== 2) return false;
  try {
    return origins.includes(new URL(withCode(typed, "X")).origin);
  } catch {
    return false;
  }
}

export function withCode(template: string, code: string): string {
  return template.replace(PLACE, encodeURIComponent(code));
}
