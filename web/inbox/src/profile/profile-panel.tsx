import type { ProfileAnswer } from "@shopbell/protocol/profile";
import type { ConversationSummary } from "@shopbell/protocol/staff";
import { createProfileApi } from "@shopbell/sync/profile-api";
import { newsOf, newsOfPages } from "@shopbell/sync/profile-news";
import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { CartBlock } from "../cart/cart-block.tsx";
import { customerName } from "../customer/customer-name.ts";
import { Avatar } from "../design/avatar.tsx";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { useLive, useLiveState } from "../live/live.ts";
import { profileTexts as texts } from "../texts/en-profile.ts";
import { useOnline } from "../thread/use-online.ts";
import { BasicsBlock } from "./basics-block.tsx";
import { monthOf } from "./dates.ts";
import { MatchesBlock } from "./matches-block.tsx";
import { NotesBlock } from "./notes-block.tsx";
import { OrdersBlock } from "./orders-block.tsx";
import { PagesBlock } from "./pages-block.tsx";
import styles from "./profile-panel.module.css";
import { ThreadsBlock } from "./threads-block.tsx";
import { type Block, useBlock } from "./use-block.ts";
import { useChanges } from "./use-changes.ts";
import { usePages } from "./use-pages.ts";

interface Props {
  readonly summary: ConversationSummary;
  /** It lies over the thread: it takes the focus, and Esc closes it. */
  readonly covers: boolean;
  readonly onClose: () => void;
}

/** Who writes in the open conversation. Mount it anew for another one. */
export function ProfilePanel({ summary, covers, onClose }: Props) {
  const { store } = useLive();
  const api = useMemo(() => createProfileApi(store.id, summary.id), [store.id, summary.id]);
  const news = useLiveState((state) => newsOf(state.profileNews, summary.id));
  const profile = useBlock(api.profile, news);
  // Whom they are linked to decides what they bought and which threads are theirs.
  const linked = useChanges(
    profile.value ? (profile.value.profile.link?.shopCustomer ?? null) : undefined,
  );
  const orders = useBlock(() => api.orders(null), news + linked);
  const threads = useBlock(api.otherThreads, news + linked);
  const notes = useBlock(api.notes, news);
  const pages = usePages(
    store.id,
    api,
    useLiveState((state) => newsOfPages(state.profileNews, summary.id)),
  );

  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (covers) pane.current?.focus();
  }, [covers]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !covers || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };

  return (
    <aside
      ref={pane}
      id="profile"
      className={styles.panel}
      tabIndex={-1}
      aria-label={texts.pane}
      data-pane=""
      onKeyDown={onKeyDown}
    >
      <header className={styles.bar}>
        <div className={styles.back}>
          <Button kind="ghost" icon aria-label={texts.back} onClick={onClose}>
            <Icon name="back" size={25} />
          </Button>
        </div>
        <h2>{texts.title}</h2>
        <div className={styles.close}>
          <Button kind="ghost" icon aria-label={texts.close} onClick={onClose}>
            <Icon name="sidebar" />
          </Button>
        </div>
      </header>
      <div className={styles.blocks}>
        <Who summary={summary} profile={profile} />
        <BasicsBlock block={profile} api={api} />
        {profile.value && (
          <MatchesBlock block={profile} matches={profile.value.profile.possibleMatches} api={api} />
        )}
        <div className={styles.cart}>
          <CartBlock conversation={summary.id} />
        </div>
        <NotesBlock block={notes} api={api} />
        <OrdersBlock
          block={orders}
          api={api}
          isLinked={profile.value ? profile.value.profile.link !== null : null}
        />
        <PagesBlock {...pages} />
        <ThreadsBlock block={threads} />
      </div>
    </aside>
  );
}

interface WhoProps {
  readonly summary: ConversationSummary;
  readonly profile: Block<ProfileAnswer>;
}

function Who({ summary, profile }: WhoProps) {
  const { online } = useOnline(summary.id);
  const known = profile.value?.profile;
  const customer = known?.link?.customer;
  const name = customer?.name ?? customerName(summary.customer);
  const since = customer?.registeredAt
    ? texts.since(monthOf(customer.registeredAt))
    : known && texts.firstSeen(monthOf(known.writer.firstSeenAt));
  return (
    <div className={styles.who}>
      <Avatar id={summary.customer.id} name={name} size="huge" online={online} />
      <div>
        <p className={styles.name}>
          <bdi>{name}</bdi>
        </p>
        {since && <p className="truncate">{since}</p>}
      </div>
    </div>
  );
}
