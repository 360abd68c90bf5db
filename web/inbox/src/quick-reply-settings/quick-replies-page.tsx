import type { QuickReply } from "@shopbell/protocol/quick-replies";
import { createQuickRepliesApi } from "@shopbell/sync/quick-replies-api";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useLocation, useRoute, useSearch } from "wouter";
import { Button } from "../design/button.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { Icon } from "../design/icon.tsx";
import { ProblemState } from "../design/problem-state.tsx";
import { useLive } from "../live/live.ts";
import styles from "../settings/items/items-page.module.css";
import { type Said, StatusLine } from "../settings/status-line.tsx";
import { useAnswer } from "../settings/use-answer.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { quickReplySettingsTexts as texts } from "../texts/en-quick-reply-settings.ts";
import { FileMenu } from "./file-menu.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { replyPath } from "./paths.ts";
import { problemWords } from "./problem-words.ts";
import { ReplyEditor } from "./reply-editor.tsx";
import { ReplyList } from "./reply-list.tsx";

/** Settings > Quick replies: all of them, and beside them the one that is changed; on a phone one after the other. */
export function QuickRepliesPage() {
  usePageTitle(texts.page);
  const { store } = useLive();
  const api = useMemo(() => createQuickRepliesApi(store.id), [store.id]);
  const { answer, again } = useAnswer(api.all);
  const [, route] = useRoute("/inbox/settings/quick-replies/:id");
  const [, navigate] = useLocation();
  const search = useSearch();
  const [isImporting, setImporting] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const id = route?.id;

  // What colleagues changed meanwhile is there when one comes back to this page.
  useEffect(() => {
    const refresh = () => document.visibilityState === "visible" && void again();
    document.addEventListener("visibilitychange", refresh);
    return () => document.removeEventListener("visibilitychange", refresh);
  }, [again]);

  if (answer === null) return null;
  if (answer.kind !== "done") return <ProblemState text={problemWords(answer)} onRetry={again} />;
  const replies = answer.value.quickReplies;
  const open = replies.find((reply) => reply.id === id);
  const shortcut = new URLSearchParams(search).get("shortcut") ?? "";

  const arrange = async (order: readonly string[]) => {
    const outcome = await api.arrange(order);
    setSaid(outcome.kind === "done" ? null : { text: problemWords(outcome), wrong: true });
    await again();
  };

  return (
    <div className={styles.page} data-open={id === undefined ? undefined : ""}>
      <header className={styles.head}>
        <div>
          <h1>{texts.page}</h1>
          <p>{texts.intro}</p>
        </div>
        <FileMenu
          exportUrl={replies.length > 0 ? api.exportUrl : null}
          onImport={() => setImporting(true)}
        />
        <Button kind="primary" onClick={() => navigate(replyPath("new"))}>
          <Icon name="plus" />
          {texts.add}
        </Button>
      </header>
      <StatusLine said={said} />
      <div className={styles.panes}>
        <div className={styles.list}>
          {replies.length > 0 ? (
            <ReplyList replies={replies} open={open?.id} onOrder={arrange} />
          ) : (
            <EmptyState title={texts.emptyTitle}>{texts.empty}</EmptyState>
          )}
        </div>
        <div className={styles.editor}>
          <Editor id={id} replies={replies}>
            {(reply) => (
              <ReplyEditor
                key={reply?.id ?? "new"}
                api={api}
                reply={reply}
                others={replies.filter((other) => other.id !== reply?.id)}
                begun={{ title: "", shortcut, text: "" }}
                onChanged={again}
              />
            )}
          </Editor>
        </div>
      </div>
      {isImporting && (
        <ImportDialog
          api={api}
          onDone={async (text) => {
            await again();
            setSaid({ text });
          }}
          onClose={() => setImporting(false)}
        />
      )}
    </div>
  );
}

interface EditorProps {
  readonly id: string | undefined;
  readonly replies: readonly QuickReply[];
  /** Null for a new one. */
  readonly children: (reply: QuickReply | null) => ReactNode;
}

function Editor({ id, replies, children }: EditorProps) {
  if (id === "new") return children(null);
  const reply = replies.find((each) => each.id === id);
  if (reply) return children(reply);
  return <EmptyState>{id === undefined ? texts.choose : texts.gone}</EmptyState>;
}
