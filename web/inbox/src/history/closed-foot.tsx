import type { Continuation } from "@shopbell/protocol/history";
import type { ConversationSummary } from "@shopbell/protocol/staff";
import { withoutDoubles } from "@shopbell/sync/desk";
import { createHistoryApi } from "@shopbell/sync/history-api";
import { isGone } from "@shopbell/sync/inbox";
import { useLayoutEffect, useMemo, useRef } from "react";
import { Link } from "wouter";
import { useDraft } from "../composer/use-draft.ts";
import { messagesPath, usePlace } from "../conversations/view.ts";
import { shortCustomerName } from "../customer/customer-name.ts";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { useOpenConversation } from "../handling/open-conversation.ts";
import { letTypingRunOut } from "../keyboard/run-on.ts";
import { useLive, useLiveState } from "../live/live.ts";
import { useBlock } from "../profile/use-block.ts";
import { historyTexts as texts } from "../texts/en-history.ts";
import styles from "./closed-foot.module.css";

/** In place of the composer under a closed conversation: where it goes on. What was typed here and not sent can go along. */
export function ClosedFoot({ summary }: { readonly summary: ConversationSummary }) {
  const { session, store } = useLive();
  const { id, customer } = summary;
  const api = useMemo(() => createHistoryApi(store.id, id), [store.id, id]);
  const draft = useDraft(id);
  const open = useOpenConversation();
  const place = usePlace();
  const foot = useRef<HTMLElement>(null);
  const known = useRef("");
  // It may be given to somebody else, or come back.
  const news = useLiveState(({ inbox }) => (isGone(inbox, known.current) ? 1 : 0));
  const { value } = useBlock(api.continuation, news);
  const next = value?.conversation ?? null;
  known.current = next?.id ?? known.current;

  useLayoutEffect(() => {
    // What had the focus went with the composer, perhaps in the middle of a word.
    if (document.activeElement !== document.body) return;
    foot.current?.focus();
    letTypingRunOut((letter) => {
      const written = session.getSnapshot().drafts.get(id);
      if (!written) return;
      const { kind, text, mentions } = written;
      session.write(id, { kind, text: text + letter, mentions });
    });
  }, [session, id]);

  const takeAlong = () => {
    if (!draft || !next) return;
    const { drafts, cards } = session.getSnapshot();
    const begun = drafts.get(next.id);
    session.write(next.id, {
      // Words for colleagues never become part of an answer: then all of it is a note.
      kind: begun && begun.kind !== draft.kind ? "note" : draft.kind,
      text: begun ? `${begun.text}\n\n${draft.text}` : draft.text,
      mentions: [...new Set([...(begun?.mentions ?? []), ...draft.mentions])],
    });
    const chosen = [...(cards.get(next.id) ?? []), ...(cards.get(id) ?? [])];
    if (chosen.length > 0) session.choose(next.id, withoutDoubles(chosen));
    if (cards.has(id)) session.choose(id, []);
    session.discardDraft(id);
    open(next.id);
  };

  return (
    <section ref={foot} className={styles.foot} tabIndex={-1} aria-label={texts.foot} data-pane="">
      <p className={styles.where}>
        <Icon name="info" size={16} />
        <span>
          {next ? (
            <>
              {texts.continuedIn}{" "}
              <Link href={messagesPath(place, next.id)}>
                {texts.newer(shortCustomerName(customer))}
              </Link>
              .
            </>
          ) : (
            elsewhere(value)
          )}{" "}
          {texts.closed}
        </span>
      </p>
      {draft && draft.text.trim() !== "" && (
        <div className={styles.draft}>
          <p dir="auto">
            <b>{texts.draft}</b> {draft.text}
          </p>
          {next && (
            <Button kind="secondary" size="small" onClick={takeAlong}>
              {texts.takeAlong}
            </Button>
          )}
          <Button kind="ghost" size="small" onClick={() => session.discardDraft(id)}>
            {texts.discard}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What may be said of where it goes on; nothing yet while that is asked. */
function elsewhere(answer: Continuation | null): string {
  if (!answer) return texts.continued;
  return answer.elsewhere
    ? texts.continuedElsewhere(answer.elsewhere.assignee.name)
    : texts.continuedHidden;
}
