import { lazy, Suspense, useEffect } from "react";
import { Redirect, Route, Switch, useLocation, useSearch } from "wouter";
import { askAccount } from "./account/account.ts";
import { loginPath, returnPath } from "./account/return-path.ts";
import { useAccount } from "./account/use-account.ts";
import { ProblemState } from "./design/problem-state.tsx";
import { SignedInApp } from "./signed-in-app.tsx";
import { texts } from "./texts/en.ts";

const LoginPage = lazy(() =>
  import("./account/login-page.tsx").then((module) => ({ default: module.LoginPage })),
);
const ForgotPasswordPage = lazy(() =>
  import("./account/forgot-password-page.tsx").then((module) => ({
    default: module.ForgotPasswordPage,
  })),
);
const NewPasswordPage = lazy(() =>
  import("./account/new-password-page.tsx").then((module) => ({ default: module.NewPasswordPage })),
);
const InvitationPage = lazy(() =>
  import("./invitation/invitation-page.tsx").then((module) => ({ default: module.InvitationPage })),
);
const SetupPage = lazy(() =>
  import("./account/setup-page.tsx").then((module) => ({ default: module.SetupPage })),
);
const NotFoundPage = lazy(() =>
  import("./shell/not-found-page.tsx").then((module) => ({ default: module.NotFoundPage })),
);

/** The overview, the messages, one conversation, and the settings. */
const INSIDE = /^\/inbox(\/messages(\/[^/]+)?|\/settings(\/[^/]+){0,2})?\/?$/;

/** Which page an address is, for whom. */
export function App() {
  useEffect(() => void askAccount(), []);
  return (
    <Suspense>
      <Switch>
        <Route path="/setup">
          <SetupPage />
        </Route>
        <Route path="/login">
          <Login />
        </Route>
        <Route path="/forgot-password">
          <ForgotPasswordPage />
        </Route>
        <Route path="/new-password">
          <NewPasswordPage />
        </Route>
        <Route path="/invitation">
          <InvitationPage />
        </Route>
        <Route path="/">
          <Redirect to="/inbox" replace />
        </Route>
        <Route path={INSIDE}>
          <Inside />
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </Suspense>
  );
}

function Login() {
  const account = useAccount();
  const search = useSearch();
  switch (account.kind) {
    case "asking":
      return null;
    case "signedIn":
      return <Redirect to={returnPath(search)} replace />;
    case "setupOpen":
      return <Redirect to="/setup" replace />;
    case "unreached":
    case "signedOut":
      return <LoginPage />;
  }
}

function Inside() {
  const account = useAccount();
  const [path] = useLocation();
  const search = useSearch();
  switch (account.kind) {
    case "asking":
      return null;
    case "unreached":
      return <ProblemState text={texts.problem.offline} onRetry={askAccount} />;
    case "setupOpen":
      return <Redirect to="/setup" replace />;
    case "signedOut":
      return <Redirect to={loginPath(search ? `${path}?${search}` : path)} replace />;
    case "signedIn":
      return <SignedInApp me={account.me} />;
  }
}
