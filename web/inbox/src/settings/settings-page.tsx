import { lazy, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { useLive } from "../live/live.ts";
import { AccountPage } from "./account-page.tsx";
import { AuditPage } from "./audit-page.tsx";
import { groupsFor, settingsPath } from "./pages.ts";
import { SettingsNavigation } from "./settings-navigation.tsx";
import styles from "./settings-page.module.css";
import { TeamPage } from "./team-page.tsx";

const QuickRepliesPage = lazy(() =>
  import("../quick-reply-settings/quick-replies-page.tsx").then((module) => ({
    default: module.QuickRepliesPage,
  })),
);

const WidgetPage = lazy(() =>
  import("../widget-settings/widget-page.tsx").then((module) => ({ default: module.WidgetPage })),
);
const ApiKeysPage = lazy(() =>
  import("../api-key-settings/api-keys-page.tsx").then((module) => ({
    default: module.ApiKeysPage,
  })),
);
const IdentityPage = lazy(() =>
  import("../identity-settings/identity-page.tsx").then((module) => ({
    default: module.IdentityPage,
  })),
);

const WebhooksPage = lazy(() =>
  import("../webhook-settings/webhooks-page.tsx").then((module) => ({
    default: module.WebhooksPage,
  })),
);
const DiscountsPage = lazy(() =>
  import("../discount-settings/discounts-page.tsx").then((module) => ({
    default: module.DiscountsPage,
  })),
);
const EmailPage = lazy(() =>
  import("../email-settings/email-page.tsx").then((module) => ({ default: module.EmailPage })),
);
const CustomerInformationPage = lazy(() =>
  import("../customer-settings/customer-information-page.tsx").then((module) => ({
    default: module.CustomerInformationPage,
  })),
);
const FaqsPage = lazy(() =>
  import("../faq-settings/faqs-page.tsx").then((module) => ({ default: module.FaqsPage })),
);

const NotificationsPage = lazy(() =>
  import("../notification-settings/notifications-page.tsx").then((module) => ({
    default: module.NotificationsPage,
  })),
);

/** The settings one may use: what there is on one side, the page on the other. */
export function SettingsPage() {
  const { store } = useLive();
  const groups = groupsFor(store);
  const names = groups.flatMap(({ pages }) => pages.map(({ name }) => name));
  const first = names[0] ?? "account";
  return (
    <div className={styles.settings}>
      <SettingsNavigation groups={groups} />
      <div className={styles.page} id="content" tabIndex={-1} data-pane="">
        <Switch>
          {names.includes("quick-replies") && (
            <Route path={/^\/inbox\/settings\/quick-replies(\/[^/]+)?\/?$/}>
              <Suspense>
                <QuickRepliesPage />
              </Suspense>
            </Route>
          )}
          {names.includes("faqs") && (
            <Route path={/^\/inbox\/settings\/faqs(\/[^/]+)?\/?$/}>
              <Suspense>
                <FaqsPage />
              </Suspense>
            </Route>
          )}
          <Route>
            <div className={styles.inner}>
              <Switch>
                {names.includes("customer-information") && (
                  <Route path={/^\/inbox\/settings\/customer-information\/?$/}>
                    <Suspense>
                      <CustomerInformationPage />
                    </Suspense>
                  </Route>
                )}
                {names.includes("email") && (
                  <Route path={/^\/inbox\/settings\/email\/?$/}>
                    <Suspense>
                      <EmailPage />
                    </Suspense>
                  </Route>
                )}
                <Route path={/^\/inbox\/settings\/(staff|roles)\/?$/}>
                  {names.includes("staff") ? (
                    <TeamPage />
                  ) : (
                    <Redirect to={settingsPath(first)} replace />
                  )}
                </Route>
                <Route path={/^\/inbox\/settings\/audit\/?$/}>
                  {names.includes("audit") ? (
                    <AuditPage />
                  ) : (
                    <Redirect to={settingsPath(first)} replace />
                  )}
                </Route>
                {names.includes("discounts") && (
                  <Route path={/^\/inbox\/settings\/discounts\/?$/}>
                    <Suspense>
                      <DiscountsPage />
                    </Suspense>
                  </Route>
                )}
                {names.includes("widget") && (
                  <Route path={/^\/inbox\/settings\/widget\/?$/}>
                    <Suspense>
                      <WidgetPage />
                    </Suspense>
                  </Route>
                )}
                {names.includes("api-keys") && (
                  <Route path={/^\/inbox\/settings\/api-keys\/?$/}>
                    <Suspense>
                      <ApiKeysPage />
                    </Suspense>
                  </Route>
                )}
                {names.includes("identity") && (
                  <Route path={/^\/inbox\/settings\/identity\/?$/}>
                    <Suspense>
                      <IdentityPage />
                    </Suspense>
                  </Route>
                )}
                {names.includes("webhooks") && (
                  <Route path="/inbox/settings/webhooks/:id?">
                    {({ id }) => (
                      <Suspense>
                        <WebhooksPage id={id ?? null} />
                      </Suspense>
                    )}
                  </Route>
                )}
                {names.includes("notifications") && (
                  <Route path={/^\/inbox\/settings\/notifications\/?$/}>
                    <Suspense>
                      <NotificationsPage />
                    </Suspense>
                  </Route>
                )}
                <Route path={/^\/inbox\/settings\/account\/?$/}>
                  <AccountPage />
                </Route>
                <Route>
                  <Redirect to={settingsPath(first)} replace />
                </Route>
              </Switch>
            </div>
          </Route>
        </Switch>
      </div>
    </div>
  );
}
