import { useEffect } from "react";
import { texts } from "../texts/en.ts";
import favicon from "./favicon.svg";
import unreadFavicon from "./favicon-unread.svg";

/** Names the browser tab: "(7) Messages", with a dot on its picture while anything is unread. */
export function usePageTitle(page: string, unread = 0): void {
  useEffect(() => {
    document.title = texts.shell.title(page, unread);
    const href = unread > 0 ? unreadFavicon : favicon;
    const link = document.querySelector("link[rel=icon]");
    if (link && link.getAttribute("href") !== href) link.setAttribute("href", href);
  }, [page, unread]);
}
