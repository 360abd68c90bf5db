import type { View } from "@shopbell/protocol/staff";
import { ProblemState } from "../design/problem-state.tsx";
import { useLate } from "../design/use-late.ts";
import { useLive, useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { ConversationList } from "./conversation-list.tsx";
import { EmptyList } from "./empty-list.tsx";
import { ListSkeleton } from "./list-skeleton.tsx";
import type { Selecting } from "./use-selection.ts";

interface Props {
  readonly view: View;
  readonly open: string | undefined;
  readonly ids: readonly string[];
  readonly selecting: Selecting;
}

/** The rows of a view, or what there is to say while they are not there. */
export function ListContent(props: Props) {
  const { view } = props;
  const { session, hurry } = useLive();
  const phase = useLiveState((state) => state.phase);
  const load = useLiveState((state) => state.listLoads[view]);
  const size = useLiveState((state) => state.inbox.lists[view]?.rows.length);
  const failed = phase === "failed" || (load.kind === "failed" && size === undefined);
  const late = useLate(size === undefined && !failed);

  if (failed) {
    const retry = () => {
      hurry();
      if (phase === "failed") session.reload();
      else session.showList(view);
    };
    return <ProblemState text={texts.list.failed} onRetry={retry} />;
  }
  if (size === undefined) return late ? <ListSkeleton /> : null;
  return <ConversationList key={view} {...props} empty={<EmptyList view={view} />} />;
}
