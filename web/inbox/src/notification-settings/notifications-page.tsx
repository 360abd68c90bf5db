import { createNotificationApi } from "@shopbell/sync/notification-api";
import { useMemo } from "react";
import { ProblemState } from "../design/problem-state.tsx";
import { useLive } from "../live/live.ts";
import { PageHead } from "../settings/page-head.tsx";
import { problemText } from "../settings/problem-text.ts";
import { StatusLine } from "../settings/status-line.tsx";
import { usePageTitle } from "../shell/use-page-title.ts";
import { notificationTexts as texts } from "../texts/en-notifications.ts";
import { AllowBanner } from "./allow-banner.tsx";
import styles from "./notifications-page.module.css";
import { QuietHoursField } from "./quiet-hours-field.tsx";
import { SoundField } from "./sound-field.tsx";
import { SwitchRow } from "./switch-row.tsx";
import { TopicMatrix } from "./topic-matrix.tsx";
import { useChoosing } from "./use-choosing.ts";

/** How one is told of customers' messages. Everything is saved as it is chosen. */
export function NotificationsPage() {
  const { store } = useLive();
  usePageTitle(texts.page);
  const api = useMemo(() => createNotificationApi(store.id), [store.id]);
  const { settings, failure, said, here, change, allow, again } = useChoosing(store.id, api);

  if (failure) {
    return (
      <>
        <PageHead title={texts.page} intro={texts.intro} />
        <ProblemState text={problemText(failure)} onRetry={() => void again()} />
      </>
    );
  }
  if (!settings) return null;
  return (
    <>
      <PageHead title={texts.page} intro={texts.intro} />
      <AllowBanner here={here} onAllow={() => void allow()} />
      <section className={styles.card} aria-labelledby="staff-notifications">
        <h2 id="staff-notifications">{texts.section}</h2>
        <SwitchRow
          icon="mail"
          label={texts.email.label}
          hint={settings.canSendMail ? texts.email.hint : texts.email.impossible}
          on={settings.email}
          onChange={(email) => void change({ email })}
        />
        <SwitchRow
          icon="desktop"
          label={texts.browser.label}
          hint={here === "unable" ? texts.browser.unable : texts.browser.hint}
          on={settings.browser}
          onChange={(browser) => void (browser && here === "ask" ? allow() : change({ browser }))}
        />
      </section>
      <TopicMatrix settings={settings} onChange={(topics) => void change({ topics })} />
      <section className={styles.pair}>
        <QuietHoursField
          quiet={settings.quietHours}
          onChange={(quietHours) => void change({ quietHours })}
        />
        <SoundField sound={settings.sound} onChange={(sound) => void change({ sound })} />
      </section>
      <div className={styles.said}>
        <StatusLine said={said} />
      </div>
    </>
  );
}
