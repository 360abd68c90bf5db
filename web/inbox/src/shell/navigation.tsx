import { badge, mentions } from "@shopbell/sync/inbox";
import { useMemo } from "react";
import { Link, useLocation } from "wouter";
import { JumpTo } from "../commands/jump-to.tsx";
import { lastPlace, messagesPath, usePlace } from "../conversations/view.ts";
import { Badge } from "../design/badge.tsx";
import { Icon, type IconName } from "../design/icon.tsx";
import { ShortcutsButton } from "../keyboard/shortcuts-button.tsx";
import { useLive, useLiveState } from "../live/live.ts";
import { seesConversations } from "../store/permissions.ts";
import { texts } from "../texts/en.ts";
import { AccountMenu } from "./account-menu.tsx";
import styles from "./navigation.module.css";
import { StoreSwitcher } from "./store-switcher.tsx";

/** The side bar; a rail of icons where it is narrow, tabs at the bottom of a phone. */
export function Navigation() {
  const { staff, store } = useLive();
  const talks = seesConversations(store);
  const unread = useLiveState((state) => badge(state.inbox));
  const [location] = useLocation();
  const inMessages = location.startsWith("/inbox/messages");
  const inSettings = location.startsWith("/inbox/settings");
  const here = usePlace();
  const place = inMessages ? here : lastPlace(staff.id);
  return (
    <nav
      className={styles.navigation}
      aria-label={texts.shell.navigation}
      data-pane=""
      tabIndex={-1}
    >
      <StoreSwitcher />
      <JumpTo />
      {talks && (
        <>
          <p className={styles.group}>{texts.shell.salesChannels}</p>
          <Link href="/inbox" className={styles.channel}>
            <Icon name="inbox" />
            {texts.shell.inbox}
            <Badge count={unread} />
          </Link>
        </>
      )}
      <div className={styles.tree} data-alone={talks ? undefined : ""}>
        {talks && (
          <>
            <Place
              href="/inbox"
              icon="overview"
              name={texts.shell.overview}
              current={!inMessages && !inSettings}
            />
            <Place
              href={messagesPath(place)}
              icon="inbox"
              name={texts.shell.messages}
              current={inMessages}
              unread={unread}
            />
            <Mentions />
          </>
        )}
        <Place
          href="/inbox/settings"
          icon="settings"
          name={texts.shell.settings}
          current={inSettings}
        />
      </div>
      <div className={styles.end}>
        <ShortcutsButton />
        <AccountMenu place="bar" />
      </div>
    </nav>
  );
}

interface PlaceProps {
  readonly href: string;
  readonly icon: IconName;
  readonly name: string;
  readonly current: boolean;
  readonly unread?: number;
  readonly unreadLabel?: string;
}

/** The way to the newest note that names this person, wherever its conversation is; not there when there is none. */
function Mentions() {
  const inbox = useLiveState((state) => state.inbox);
  const named = useMemo(() => mentions(inbox), [inbox]);
  const [newest] = named;
  if (!newest) return null;
  return (
    <Place
      href={messagesPath("all", newest.id)}
      icon="at"
      name={texts.shell.mentions}
      current={false}
      unread={named.length}
      unreadLabel={texts.shell.mentionsLabel(named.length)}
    />
  );
}

function Place({ href, icon, name, current, unread = 0, unreadLabel }: PlaceProps) {
  return (
    <Link
      href={href}
      className={styles.place}
      aria-current={current ? "page" : undefined}
      title={name}
    >
      <span className={styles.symbol}>
        <Icon name={icon} size={20} />
        <Badge count={unread} {...(unreadLabel && { label: unreadLabel })} />
      </span>
      <span className={styles.word}>{name}</span>
      {unreadLabel && (
        <span className={styles.own}>
          <Badge count={unread} label={unreadLabel} />
        </span>
      )}
    </Link>
  );
}
