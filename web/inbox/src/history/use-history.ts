import type { History } from "@shopbell/protocol/history";
import type { ConversationSummary } from "@shopbell/protocol/staff";
import { createHistoryApi } from "@shopbell/sync/history-api";
import { isGone } from "@shopbell/sync/inbox";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useLive, useLiveState } from "../live/live.ts";
import type { Row } from "../thread/rows.ts";
import { pastRows } from "./past-rows.ts";

interface Past {
  readonly rows: readonly Row[];
  /** Whether more was said, or may have been, before the first row. */
  readonly isLonger: boolean;
  readonly load: "idle" | "loading" | "failed";
  readonly more: () => void;
}

const NOTHING: readonly History[] = [];

/** What was said in closed conversations that go on in this one, once this one is here from its beginning on. */
export function useHistory({ id, continues }: ConversationSummary, isComplete: boolean): Past {
  const { staff, store } = useLive();
  const api = useMemo(() => createHistoryApi(store.id, id), [store.id, id]);
  const [pages, setPages] = useState(NOTHING);
  const [load, setLoad] = useState<Past["load"]>("idle");
  const more = useCallback(() => setLoad("loading"), []);
  const restart = useCallback(() => {
    setPages(NOTHING);
    setLoad("idle");
  }, []);
  const isTakenAway = useLiveState(({ inbox }) =>
    pages.some(({ conversation }) => conversation && isGone(inbox, conversation.id)),
  );
  if (isTakenAway) restart();

  useEffect(() => {
    if (load !== "loading") return;
    let isLeft = false;
    void api.history(pages.at(-1)?.next ?? null).then((outcome) => {
      if (isLeft) return;
      if (outcome.kind === "done") {
        setPages([...pages, outcome.value]);
        setLoad("idle");
      } else if (outcome.kind === "refused" && outcome.code === "invalid_value") {
        // The conversation to go on from may not be read any more.
        restart();
      } else setLoad("failed");
    });
    return () => {
      isLeft = true;
    };
  }, [load, api, pages, restart]);

  const isWanted = isComplete && continues === true;
  const isOver = pages.at(-1)?.next === null;
  const rows = useMemo(
    () => (isWanted ? pastRows(pages, isOver, staff) : []),
    [isWanted, pages, isOver, staff],
  );
  return { rows, isLonger: isWanted && !isOver, load, more };
}
