import type { AuditEntry } from "@shopbell/protocol/team";
import { createTeamApi } from "@shopbell/sync/team-api";
import { useEffect, useMemo, useState } from "react";
import { Button } from "../design/button.tsx";
import { ProblemState } from "../design/problem-state.tsx";
import { useLive } from "../live/live.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { settingsTexts } from "../texts/en-settings.ts";
import { AuditRow } from "./audit-row.tsx";
import card from "./card.module.css";
import { PageHead } from "./page-head.tsx";
import { problemText } from "./problem-text.ts";

const texts = settingsTexts.audit;

interface Known {
  readonly entries: readonly AuditEntry[];
  /** Undefined before the first page; null after the last. */
  readonly next: string | null | undefined;
  readonly problem: string | null;
}

const NOTHING: Known = { entries: [], next: undefined, problem: null };

/** Who did what, newest first. */
export function AuditPage() {
  usePageTitle(texts.page);
  const { store } = useLive();
  const api = useMemo(() => createTeamApi(store.id), [store.id]);
  const [known, setKnown] = useState(NOTHING);
  const [busy, setBusy] = useState(false);

  const more = async (from: Known) => {
    setBusy(true);
    const outcome = await api.audit(from.next ?? null);
    setBusy(false);
    setKnown(
      outcome.kind === "done"
        ? {
            entries: [...from.entries, ...outcome.value.entries],
            next: outcome.value.next,
            problem: null,
          }
        : { ...from, problem: problemText(outcome) },
    );
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page, once per store.
  useEffect(() => void more(NOTHING), [api]);

  return (
    <>
      <PageHead title={texts.page} intro={texts.intro} />
      {known.problem && <ProblemState text={known.problem} onRetry={() => more(known)} />}
      {known.next !== undefined && known.entries.length === 0 && <p>{texts.empty}</p>}
      {known.entries.length > 0 && (
        <ol className={card.card} aria-label={texts.list}>
          {known.entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {known.next && (
        <p className={card.below}>
          <Button kind="secondary" disabled={busy} onClick={() => more(known)}>
            {texts.more}
          </Button>
        </p>
      )}
    </>
  );
}
