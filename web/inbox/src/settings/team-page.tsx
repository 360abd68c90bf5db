import { createTeamApi } from "@shopbell/sync/team-api";
import { useMemo, useState } from "react";
import { Link, useRoute } from "wouter";
import { ProblemState } from "../design/problem-state.tsx";
import { useLive } from "../live/live.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { settingsTexts } from "../texts/en-settings.ts";
import { settingsPath } from "./pages.ts";
import { problemText } from "./problem-text.ts";
import { RolesTab } from "./roles-tab.tsx";
import { StaffTab } from "./staff-tab.tsx";
import type { Said } from "./status-line.tsx";
import styles from "./team-page.module.css";
import { useAnswer } from "./use-answer.ts";
import { useKeepingFresh } from "./use-keeping-fresh.ts";

/** Who works in the store, and what their roles allow. */
export function TeamPage() {
  usePageTitle(settingsTexts.staff.page);
  const { store } = useLive();
  const api = useMemo(() => createTeamApi(store.id), [store.id]);
  const members = useAnswer(api.members);
  const invitations = useAnswer(api.invitations);
  const roles = useAnswer(api.roles);
  const [said, setSaid] = useState<Said | null>(null);
  const [atRoles] = useRoute(settingsPath("roles"));

  const answers = [members.answer, invitations.answer, roles.answer];
  const again = async () => {
    await Promise.all([members.again(), invitations.again(), roles.again()]);
  };
  useKeepingFresh(() => {
    for (const one of [members, invitations, roles]) void one.refresh();
  });
  const failure = answers.find((answer) => answer !== null && answer.kind !== "done");
  if (failure) {
    return <ProblemState text={problemText(failure)} onRetry={again} />;
  }
  if (members.answer?.kind !== "done" || invitations.answer?.kind !== "done") return null;
  if (roles.answer?.kind !== "done") return null;

  const team = {
    api,
    members: members.answer.value.members,
    invitations: invitations.answer.value.invitations,
    mailed: invitations.answer.value.mailed,
    roles: roles.answer.value.roles,
    said,
    async changed(text: string | null) {
      await again();
      setSaid(text === null ? null : { text });
    },
    failed: (text: string) => setSaid({ text, wrong: true }),
  };
  const people = team.members.length + team.invitations.length;
  const tabs = (
    <nav className={styles.tabs} aria-label={settingsTexts.staff.tabs}>
      <Tab to={settingsPath("staff")} current={!atRoles} count={people}>
        {settingsTexts.staff.staffTab}
      </Tab>
      <Tab to={settingsPath("roles")} current={atRoles} count={team.roles.length}>
        {settingsTexts.staff.rolesTab}
      </Tab>
    </nav>
  );
  return atRoles ? <RolesTab team={team} tabs={tabs} /> : <StaffTab team={team} tabs={tabs} />;
}

interface TabProps {
  readonly to: string;
  readonly current: boolean;
  readonly count: number;
  readonly children: string;
}

function Tab({ to, current, count, children }: TabProps) {
  return (
    <Link href={to} className={styles.tab} aria-current={current ? "page" : undefined}>
      {children} <span className={styles.count}>{count}</span>
    </Link>
  );
}
