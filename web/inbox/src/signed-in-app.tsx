import type { Me } from "@shopbell/protocol/staff";
import { lazy, Suspense, useState } from "react";
import { Redirect, Route, Switch, useLocation, useRoute } from "wouter";
import { MessagesPage } from "./conversations/messages-page.tsx";
import { usePaneCycle } from "./keyboard/use-pane-cycle.ts";
import { LiveStore } from "./live/live-store.tsx";
import { MailStandingProvider } from "./mail/mail-standing-provider.tsx";
import { OverviewPage } from "./overview/overview-page.tsx";
import { Shell } from "./shell/shell.tsx";
import { currentStore, keepCurrentStore } from "./store/current-store.ts";
import { seesConversations } from "./store/permissions.ts";

const NoStorePage = lazy(() =>
  import("./account/no-store-page.tsx").then((module) => ({ default: module.NoStorePage })),
);
const SettingsPage = lazy(() =>
  import("./settings/settings-page.tsx").then((module) => ({ default: module.SettingsPage })),
);

/** The inbox of the store one is in. */
export function SignedInApp({ me }: { readonly me: Me }) {
  const [chosen, setChosen] = useState(() => currentStore(me.stores)?.id);
  const store = me.stores.find(({ id }) => id === chosen);
  const [, navigate] = useLocation();
  const [immersed] = useRoute("/inbox/messages/:conversation");
  usePaneCycle();

  const chooseStore = (id: string) => {
    keepCurrentStore(id);
    setChosen(id);
    navigate("/inbox");
  };

  if (!store) {
    return (
      <Suspense>
        <NoStorePage email={me.staff.email} />
      </Suspense>
    );
  }
  return (
    <LiveStore
      key={store.id}
      staff={me.staff}
      store={store}
      stores={me.stores}
      chooseStore={chooseStore}
    >
      <MailStandingProvider>
        <Shell immersed={immersed}>
          <Switch>
            <Route path={/^\/inbox\/settings/}>
              <Suspense>
                <SettingsPage />
              </Suspense>
            </Route>
            {!seesConversations(store) && (
              <Route>
                <Redirect to="/inbox/settings" replace />
              </Route>
            )}
            <Route path="/inbox">
              <OverviewPage />
            </Route>
            <Route path="/inbox/messages/:conversation?">
              {({ conversation }) => <MessagesPage conversation={conversation} />}
            </Route>
          </Switch>
        </Shell>
      </MailStandingProvider>
    </LiveStore>
  );
}
