import { createOwnApi } from "@shopbell/sync/team-api";
import { usePageTitle } from "../shell/use-page-title.ts";
import { settingsTexts } from "../texts/en-settings.ts";
import { PageHead } from "./page-head.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SessionList } from "./session-list.tsx";
import { useAnswer } from "./use-answer.ts";

const api = createOwnApi();

/** What concerns oneself alone. */
export function AccountPage() {
  usePageTitle(settingsTexts.account.page);
  const sessions = useAnswer(api.sessions);
  return (
    <>
      <PageHead title={settingsTexts.account.page} />
      <SessionList api={api} answer={sessions.answer} again={sessions.again} />
      <PasswordForm api={api} onChanged={sessions.again} />
    </>
  );
}
