import type { ApiKey } from "@shopbell/protocol/api-keys";
import { createApiKeysApi } from "@shopbell/sync/api-keys-api";
import { useMemo, useState } from "react";
import { Button } from "../design/button.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { Icon } from "../design/icon.tsx";
import { ProblemState } from "../design/problem-state.tsx";
import { useLive } from "../live/live.ts";
import card from "../settings/card.module.css";
import { ConfirmDialog } from "../settings/confirm-dialog.tsx";
import { PageHead } from "../settings/page-head.tsx";
import { type Said, StatusLine } from "../settings/status-line.tsx";
import { useAnswer } from "../settings/use-answer.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { apiKeyTexts as texts } from "../texts/en-api-keys.ts";
import { KeyRow } from "./key-row.tsx";
import { MakeKeyDialog } from "./make-key-dialog.tsx";
import { problemWords } from "./problem-words.ts";

/** Settings > API keys: what lets the store's own systems in. */
export function ApiKeysPage() {
  usePageTitle(texts.page);
  const { store } = useLive();
  const api = useMemo(() => createApiKeysApi(store.id), [store.id]);
  const { answer, again, refresh } = useAnswer(api.all);
  const [isMaking, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<ApiKey | null>(null);
  const [said, setSaid] = useState<Said | null>(null);

  const revoke = async (key: ApiKey) => {
    const outcome = await api.revoke(key.id);
    if (outcome.kind !== "done") return problemWords(outcome);
    await refresh();
    setSaid({ text: texts.revoked(key.name) });
    return null;
  };

  if (answer === null) return null;
  if (answer.kind !== "done") return <ProblemState text={problemWords(answer)} onRetry={again} />;
  const { apiKeys } = answer.value;

  return (
    <>
      <PageHead
        title={texts.page}
        intro={texts.intro}
        action={
          <Button kind="primary" onClick={() => setMaking(true)}>
            <Icon name="plus" />
            {texts.add}
          </Button>
        }
      />
      <StatusLine said={said} />
      {apiKeys.length === 0 ? (
        <EmptyState title={texts.emptyTitle}>{texts.empty}</EmptyState>
      ) : (
        <ul className={card.card} aria-label={texts.list}>
          {apiKeys.map((key) => (
            <KeyRow key={key.id} apiKey={key} onRevoke={() => setLeaving(key)} />
          ))}
        </ul>
      )}
      {isMaking && (
        <MakeKeyDialog
          api={api}
          onMade={async () => {
            setSaid(null);
            await refresh();
          }}
          onClose={() => setMaking(false)}
        />
      )}
      {leaving && (
        <ConfirmDialog
          title={texts.revokeTitle}
          text={texts.revokeText(leaving.name)}
          submit={texts.revoke}
          onConfirm={() => revoke(leaving)}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}
