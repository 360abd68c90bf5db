import type { IdentityKey } from "@shopbell/protocol/identity";
import { createIdentityKeysApi } from "@shopbell/sync/identity-keys-api";
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
import { Snippet } from "../store/snippet.tsx";
import { useStore } from "../store/use-store.ts";
import { identityTexts as texts } from "../texts/en-identity.ts";
import styles from "./identity-page.module.css";
import { KeyRow } from "./key-row.tsx";
import { MakeKeyDialog } from "./make-key-dialog.tsx";
import { problemWords } from "./problem-words.ts";
import { PAGE_CODE, serverCode } from "./signing.ts";

const MOST = 2;

/** Settings > Identity: by what the store says who its signed-in customers are. */
export function IdentityPage() {
  usePageTitle(texts.page);
  const { store } = useLive();
  const api = useMemo(() => createIdentityKeysApi(store.id), [store.id]);
  const { answer, again, refresh } = useAnswer(api.all);
  const shop = useStore();
  const [isMaking, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<IdentityKey | null>(null);
  const [said, setSaid] = useState<Said | null>(null);

  const revoke = async (key: IdentityKey) => {
    const outcome = await api.revoke(key.id);
    if (outcome.kind !== "done") return problemWords(outcome);
    await refresh();
    setSaid({ text: texts.revoked(key.name) });
    return null;
  };

  if (answer === null) return null;
  if (answer.kind !== "done") return <ProblemState text={problemWords(answer)} onRetry={again} />;
  const { identityKeys } = answer.value;
  const isFull = identityKeys.length >= MOST;

  return (
    <>
      <PageHead
        title={texts.page}
        intro={texts.intro}
        action={
          !isFull && (
            <Button kind="primary" onClick={() => setMaking(true)}>
              <Icon name="plus" />
              {texts.add}
            </Button>
          )
        }
      />
      <StatusLine said={said} />
      {identityKeys.length === 0 ? (
        <EmptyState title={texts.emptyTitle}>{texts.empty}</EmptyState>
      ) : (
        <ul className={card.card} aria-label={texts.list}>
          {identityKeys.map((key) => (
            <KeyRow key={key.id} identityKey={key} onRevoke={() => setLeaving(key)} />
          ))}
        </ul>
      )}
      {isFull && <p className={`${card.quiet} ${card.below}`}>{texts.full}</p>}
      {shop && (
        <section className={styles.sign} aria-labelledby="signing">
          <h2 id="signing">{texts.sign.title}</h2>
          <p>{texts.sign.text}</p>
          <Snippet text={serverCode(shop.key)} label={texts.sign.server} />
          <p>{texts.sign.show}</p>
          <Snippet text={PAGE_CODE} label={texts.sign.page} />
        </section>
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
