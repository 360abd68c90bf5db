import type { ProfileFrame } from "@shopbell/protocol/profile";

/** How often something was told of whom, so that whoever shows a profile knows when to read it anew. Plain data. */
export interface ProfileNews {
  /** How often something may have been missed. */
  readonly missed: number;
  readonly heard: ReadonlyMap<string, number>;
}

/** Told of alone: customers open many pages, and nothing else of theirs changes by it. */
const PAGES = "pages";

export const NO_PROFILE_NEWS: ProfileNews = { missed: 0, heard: new Map() };

export function hearProfile(
  news: ProfileNews,
  { conversation, part }: Pick<ProfileFrame, "conversation" | "part">,
): ProfileNews {
  const of = part === PAGES ? pagesOf(conversation) : conversation;
  const before = news.heard.get(of) ?? 0;
  return { ...news, heard: new Map(news.heard).set(of, before + 1) };
}

/** The line is up again: what was told meanwhile is told to nobody afterwards. */
export function mayHaveMissed(news: ProfileNews): ProfileNews {
  return { ...news, missed: news.missed + 1 };
}

/** Another number than before when there may be something new, other than pages visited. */
export function newsOf(news: ProfileNews, conversation: string): number {
  return news.missed + (news.heard.get(conversation) ?? 0);
}

/** The same of the pages visited. */
export function newsOfPages(news: ProfileNews, conversation: string): number {
  return newsOf(news, conversation) + (news.heard.get(pagesOf(conversation)) ?? 0);
}

function pagesOf(conversation: string): string {
  return `${conversation} ${PAGES}`;
}
