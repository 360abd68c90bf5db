export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** All the browser knows, with its own one even if the list leaves it out. */
export function timeZones(): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", ownTimeZone()])].sort();
}
