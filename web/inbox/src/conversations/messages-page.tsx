import { lazy, Suspense, useEffect } from "react";
import { useLive } from "../live/live.ts";
import { useOthersOffered } from "../others/use-others-offered.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { texts } from "../texts/en.ts";
import { NoThread } from "../thread/no-thread.tsx";
import { ListPane } from "./list-pane.tsx";
import styles from "./messages-page.module.css";
import { useFocusOnPhone } from "./use-focus-on-phone.ts";
import { keepPlace, usePlace } from "./view.ts";

/** Not needed for the list, and here before anybody has chosen a conversation: asked for with the page, not with the first click. */
const threadPane = import("../thread/thread-pane.tsx");
const ThreadPane = lazy(() => threadPane.then((module) => ({ default: module.ThreadPane })));

/** Message management: the list, and the conversation that is open. */
export function MessagesPage({ conversation }: { readonly conversation?: string | undefined }) {
  const { session, staff } = useLive();
  const asked = usePlace();
  const othersOffered = useOthersOffered();
  // A link to what this person does not have leads to what they have.
  const place = asked === "others" && othersOffered === false ? "unresolved" : asked;
  const view = place === "others" ? null : place;
  usePageTitle(texts.list.title);

  useEffect(() => {
    if (view) session.showList(view);
  }, [session, view]);
  useEffect(() => keepPlace(staff.id, place), [staff.id, place]);
  useFocusOnPhone(conversation);

  return (
    <>
      <h1 className="visually-hidden">{texts.list.title}</h1>
      <div className={styles.messages} data-open={conversation ? "" : undefined}>
        <ListPane place={place} open={conversation} othersOffered={othersOffered === true} />
        {conversation ? (
          <Suspense>
            <ThreadPane key={conversation} conversation={conversation} />
          </Suspense>
        ) : (
          <NoThread place={place} />
        )}
      </div>
    </>
  );
}
