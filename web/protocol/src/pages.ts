/** A page of the shop that somebody opened who has written; without what stands behind the address. */
export interface PageVisit {
  readonly url: string;
  readonly title: string | null;
  readonly at: string;
}

export interface PagesVisited {
  /** Newest first; null: the store does not want to know. */
  readonly pages: readonly PageVisit[] | null;
}

export interface PagesVisitedSetting {
  readonly pagesVisited: boolean;
}
