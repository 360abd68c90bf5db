import { lazy, Suspense, useEffect } from "react";
import { useLive, useLiveState } from "../live/live.ts";
import { useOthersOffered } from "../others/use-others-offered.ts";
import { useProfileOpen } from "../profile/profile-open.ts";
import { useProfileKey } from "../profile/use-profile-key.ts";
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

/** Who writes is no part of the first screen; where it is open beside the thread, it comes right after it. */
const ProfilePanel = lazy(() =>
  import("../profile/profile-panel.tsx").then((module) => ({ default: module.ProfilePanel })),
);

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

  const profile = useProfileOpen(staff.id, conversation);
  const isThere = useLiveState(
    (state) => conversation !== undefined && state.inbox.conversations.has(conversation),
  );
  const isProfileShown = profile.isOpen && isThere;
  useProfileKey(profile);

  return (
    <>
      <h1 className="visually-hidden">{texts.list.title}</h1>
      <div
        className={styles.messages}
        data-open={conversation ? "" : undefined}
        data-profile={isProfileShown ? "" : undefined}
      >
        <ListPane place={place} open={conversation} othersOffered={othersOffered === true} />
        {conversation ? (
          <Suspense>
            <ThreadPane key={conversation} conversation={conversation} />
          </Suspense>
        ) : (
          <NoThread place={place} />
        )}
        {isProfileShown && conversation && (
          <Suspense fallback={<aside className={styles.awaited} />}>
            <Profile
              key={conversation}
              conversation={conversation}
              covers={profile.covers}
              onClose={profile.close}
            />
          </Suspense>
        )}
      </div>
    </>
  );
}

interface ProfileProps {
  readonly conversation: string;
  readonly covers: boolean;
  readonly onClose: () => void;
}

/** What changes of a conversation draws its profile anew, and not the panes beside it. */
function Profile({ conversation, covers, onClose }: ProfileProps) {
  const summary = useLiveState((state) => state.inbox.conversations.get(conversation));
  return summary && <ProfilePanel summary={summary} covers={covers} onClose={onClose} />;
}
