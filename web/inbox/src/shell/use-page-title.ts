import { badge } from "@shopbell/sync/inbox";
import { useContext, useEffect, useSyncExternalStore } from "react";
import { LiveContext } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import favicon from "./favicon.svg";
import unreadFavicon from "./favicon-unread.svg";

/** Names the browser tab: "(7) Messages", with a dot on its picture while anything is unread in the store one is in. */
export function usePageTitle(page: string): void {
  const session = useContext(LiveContext)?.session;
  const unread = useSyncExternalStore(session?.subscribe ?? never, () =>
    session ? badge(session.getSnapshot().inbox) : 0,
  );
  useEffect(() => {
    document.title = texts.shell.title(page, unread);
    const href = unread > 0 ? unreadFavicon : favicon;
    const link = document.querySelector("link[rel=icon]");
    if (link && link.getAttribute("href") !== href) link.setAttribute("href", href);
  }, [page, unread]);
}

/** Where there is no store, nothing changes. */
function never(): () => void {
  return () => {};
}
