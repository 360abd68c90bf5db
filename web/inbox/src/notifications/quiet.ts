import type { QuietHours } from "@shopbell/protocol/notification";

/** Whether it is one of these hours, by the clock they go by. The server decides the same for mail and push. */
export function isQuiet(quiet: QuietHours | null, now: Date): boolean {
  if (!quiet) return false;
  const time = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: quiet.timeZone,
  }).format(now);
  const { from, to } = quiet;
  return from < to ? from <= time && time < to : from <= time || time < to;
}
