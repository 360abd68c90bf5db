import { isGone } from "@shopbell/sync/inbox";
import { useLayoutEffect, useRef } from "react";
import { Link } from "wouter";
import { useView } from "../conversations/view.ts";
import { firstName } from "../customer/customer-name.ts";
import { Button } from "../design/button.tsx";
import { buttonStyle } from "../design/button-style.ts";
import { EmptyState } from "../design/empty-state.tsx";
import { nextUnresolved } from "../handling/next-unresolved.ts";
import { useOpenConversation } from "../handling/open-conversation.ts";
import { letTypingRunOut } from "../keyboard/run-on.ts";
import { useLive, useLiveState } from "../live/live.ts";
import { searchPath, useQuery } from "../search/search-path.ts";
import { texts } from "../texts/en.ts";

interface Props {
  readonly conversation: string;
  /** It was open here, and was taken away; otherwise nothing is said that would tell whether there is one. */
  readonly wasSeen: boolean;
}

/** In the place of a conversation that is not, or no longer, to be seen. Nothing of its customer is left. */
export function GoneState({ conversation, wasSeen }: Props) {
  const view = useView();
  const query = useQuery();
  const open = useOpenConversation();
  const to = useLiveState((state) => state.departures.get(conversation));
  const isAssigned = useLiveState(({ inbox }) => isGone(inbox, conversation));
  const next = useLiveState(({ inbox }) =>
    nextUnresolved(inbox.lists[view]?.rows ?? [], conversation),
  );
  const place = useRef<HTMLDivElement>(null);
  const { session } = useLive();
  useLayoutEffect(() => {
    // What had the focus went with the conversation, perhaps in the middle of a word.
    if (!wasSeen || document.activeElement !== document.body) return;
    place.current?.closest("section")?.focus();
    letTypingRunOut((letter) => {
      const draft = session.getSnapshot().drafts.get(conversation);
      if (!draft) return;
      const { kind, text, mentions } = draft;
      session.write(conversation, { kind, text: text + letter, mentions });
    });
  }, [wasSeen, conversation, session]);

  if (!wasSeen) return <EmptyState title={texts.thread.goneTitle}>{texts.thread.gone}</EmptyState>;
  // Read afresh with other rights, it is just not there.
  const untold = isAssigned ? texts.handling.gone : texts.handling.goneSilently;
  const why = to ? texts.handling.goneTo(firstName(to.name)) : untold;
  return (
    <div ref={place} role="status" style={{ display: "contents" }}>
      <EmptyState
        title={texts.handling.goneTitle}
        actions={
          next === undefined ? (
            <Link href={searchPath({ view, query })} className={buttonStyle({ kind: "secondary" })}>
              {texts.handling.toList}
            </Link>
          ) : (
            <Button kind="secondary" onClick={() => open(next)}>
              {texts.handling.next}
            </Button>
          )
        }
      >
        {why}
      </EmptyState>
    </div>
  );
}
