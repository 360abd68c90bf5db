import { isListOf, isNullable, isObject, isText, isTruth } from "./guard.ts";
import type { PagesVisited, PagesVisitedSetting, PageVisit } from "./pages.ts";

const isPageVisit = isObject<PageVisit>({ url: isText, title: isNullable(isText), at: isText });

export const isPagesVisited = isObject<PagesVisited>({ pages: isNullable(isListOf(isPageVisit)) });

export const isPagesVisitedSetting = isObject<PagesVisitedSetting>({ pagesVisited: isTruth });
