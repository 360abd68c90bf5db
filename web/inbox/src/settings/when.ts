import type { Invitation, TeamMember } from "@shopbell/protocol/team";
import { settingsTexts } from "../texts/en-settings.ts";
import { age } from "../time/format.ts";
import { locale } from "../time/locale.ts";

const texts = settingsTexts.staff;
const MINUTE = 60_000;
const RECENT = 24 * 60 * MINUTE;

const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });

/** "25 Nov" */
export function dayOf(at: string): string {
  return day.format(new Date(at));
}

/** "Now", "26 min ago", "Yesterday", "12 Sep"; "Not yet" for somebody who has not been here. */
export function agoOrDay(at: string, now: number): string {
  const elapsed = now - Date.parse(at);
  // Known to the minute only.
  if (elapsed < 2 * MINUTE) return texts.now;
  const words = age(at, now);
  return elapsed < RECENT && /^\d/.test(words) ? texts.ago(words) : words;
}

export function lastActive(member: TeamMember, now: number): string {
  if (member.deactivatedAt) return texts.deactivatedOn(dayOf(member.deactivatedAt));
  return member.lastActiveAt ? agoOrDay(member.lastActiveAt, now) : texts.never;
}

export function standing({ status, expiresAt, declinedAt }: Invitation): string {
  switch (status) {
    case "pending":
      return texts.worksUntil(dayOf(expiresAt));
    case "expired":
      return texts.expiredOn(dayOf(expiresAt));
    case "declined":
      return texts.declinedOn(dayOf(declinedAt ?? expiresAt));
  }
}
