/** How often something was told of whom, so that whoever shows a profile knows when to read it anew. Plain data. */
export interface ProfileNews {
  /** How often something may have been missed. */
  readonly missed: number;
  readonly heard: ReadonlyMap<string, number>;
}

export const NO_PROFILE_NEWS: ProfileNews = { missed: 0, heard: new Map() };

export function hearProfile(news: ProfileNews, conversation: string): ProfileNews {
  const before = news.heard.get(conversation) ?? 0;
  return { ...news, heard: new Map(news.heard).set(conversation, before + 1) };
}

/** The line is up again: what was told meanwhile is told to nobody afterwards. */
export function mayHaveMissed(news: ProfileNews): ProfileNews {
  return { ...news, missed: news.missed + 1 };
}

/** Another number than before when there may be something new. */
export function newsOf(news: ProfileNews, conversation: string): number {
  return news.missed + (news.heard.get(conversation) ?? 0);
}
