import type { History } from "@shopbell/protocol/history";
import { bubbles } from "@shopbell/sync/bubbles";
import { type Row, rowsOf } from "../thread/rows.ts";

type Me = Parameters<typeof rowsOf>[1];

const QUIET = { seq: 0, startsDay: false, startsUnread: false, first: false, last: false } as const;

const HIDDEN: Row = {
  ...QUIET,
  key: "past",
  at: "",
  content: { kind: "elsewhere", assignee: null },
};

const PRESENT: Row = { ...QUIET, key: "past present", at: "", content: { kind: "present" } };

/**
 * What was said before a thread began, oldest first; `pages` come the other way round. Above each closed conversation stands
 * its title, as soon as it is known where that is; below the last one a line sets the open one off. `isOver`: there are no
 * more pages.
 */
export function pastRows(pages: readonly History[], isOver: boolean, me: Me): readonly Row[] {
  const told = pages.filter(({ conversation, elsewhere }) => conversation ?? elsewhere);
  // It is known that there was one, and nothing else may be told.
  if (isOver && told.length === 0) return [HIDDEN];
  const threads: History[] = [];
  for (const page of told) {
    const last = threads.at(-1);
    if (last?.conversation && last.conversation.id === page.conversation?.id) {
      threads[threads.length - 1] = { ...page, messages: [...page.messages, ...last.messages] };
    } else threads.push(page);
  }
  const rows = threads
    .map((thread, index) => rowsOfThread(thread, isOver || index < threads.length - 1, me))
    .reverse()
    .flat();
  return threads[0]?.conversation ? [...rows, PRESENT] : rows;
}

function rowsOfThread(
  { conversation, elsewhere, messages }: History,
  isWhole: boolean,
  me: Me,
): readonly Row[] {
  if (elsewhere) {
    const { id, lastActivityAt: at, assignee } = elsewhere;
    return [{ ...QUIET, key: `past ${id}`, at, content: { kind: "elsewhere", assignee } }];
  }
  if (!conversation) return [];
  const { id, lastActivityAt: at } = conversation;
  const said = rowsOf(bubbles(messages, []), me, null, isWhole).map((row) => ({
    ...row,
    key: `past ${row.key}`,
    seq: 0,
    past: { conversation: id, seq: row.seq },
  }));
  const title: Row = {
    ...QUIET,
    key: `past ${id}`,
    at,
    content: { kind: "past", conversation: id },
  };
  // What is still to come goes between a title and what is being read, which must stay where it is.
  return isWhole ? [title, ...said] : said;
}
