import { badge } from "@shopbell/sync/inbox";
import { useEffect } from "react";
import { useLive, useLiveState } from "../live/live.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { texts } from "../texts/en.ts";
import { NoThread } from "../thread/no-thread.tsx";
import { ThreadPane } from "../thread/thread-pane.tsx";
import { ListPane } from "./list-pane.tsx";
import styles from "./messages-page.module.css";
import { useFocusOnPhone } from "./use-focus-on-phone.ts";
import { useView } from "./view.ts";

/** Message management: the list, and the conversation that is open. */
export function MessagesPage({ conversation }: { readonly conversation?: string | undefined }) {
  const { session } = useLive();
  const view = useView();
  usePageTitle(
    texts.list.title,
    useLiveState((state) => badge(state.inbox)),
  );

  useEffect(() => session.showList(view), [session, view]);
  useFocusOnPhone(conversation);

  return (
    <>
      <h1 className="visually-hidden">{texts.list.title}</h1>
      <div className={styles.messages} data-open={conversation ? "" : undefined}>
        <ListPane view={view} open={conversation} />
        {conversation ? (
          <ThreadPane key={conversation} conversation={conversation} />
        ) : (
          <NoThread view={view} />
        )}
      </div>
    </>
  );
}
