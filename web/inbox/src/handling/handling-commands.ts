import type { ConversationSummary, Membership, StaffName } from "@shopbell/protocol/staff";
import type { Command } from "../commands/commands.ts";
import { texts } from "../texts/en.ts";
import { mayAssign } from "./rights.ts";
import type { Handling } from "./use-handling.ts";

/** What opens over the header. */
export type Opened = "assign" | "labels" | "block" | "export";

interface Who {
  readonly me: StaffName;
  readonly store: Membership;
}

/** By name and key, in the order they are offered; what cannot be done now is left out. */
export function handlingCommands(
  summary: ConversationSummary,
  handling: Handling,
  { me, store }: Who,
  open: (what: Opened) => void,
): readonly Command[] {
  const { status, assignee, blocked } = summary;
  const isClosed = summary.continued === true;
  const isAssignable = mayAssign(summary, me, store);
  const each = (command: Omit<Command, "group">, isOffered = true): readonly Command[] =>
    isOffered ? [{ ...command, group: "conversation" }] : [];
  return [
    ...each(
      {
        id: "resolve",
        name: texts.handling.resolve,
        icon: "check",
        keys: "e",
        run: handling.resolve,
      },
      status === "unresolved",
    ),
    ...each(
      { id: "reopen", name: texts.handling.reopen, icon: "undo", keys: "e", run: handling.reopen },
      status === "resolved" && !blocked && !isClosed,
    ),
    ...each(
      {
        id: "assign",
        name: texts.handling.assign,
        icon: "user",
        keys: "a",
        run: () => open("assign"),
      },
      isAssignable,
    ),
    ...each(
      {
        id: "unassign",
        name: texts.handling.unassign,
        icon: "unassigned",
        keys: "Shift+a",
        run: () => handling.assign(null),
      },
      isAssignable && assignee !== null,
    ),
    ...each(
      {
        id: "mark-unread",
        name: texts.handling.markUnread,
        icon: "mail",
        keys: "u",
        run: handling.markUnread,
      },
      status === "unresolved",
    ),
    ...each({
      id: "copy-link",
      name: texts.handling.copyLink,
      icon: "link",
      run: handling.copyLink,
    }),
    ...each({
      id: "labels",
      name: texts.handling.labels,
      icon: "tag",
      keys: "l",
      run: () => open("labels"),
    }),
    ...each({
      id: "export",
      name: texts.handling.export,
      icon: "download",
      keys: "t",
      run: () => open("export"),
    }),
    ...each(
      { id: "block", name: texts.handling.block, icon: "ban", run: () => open("block") },
      !blocked && !isClosed,
    ),
    ...each(
      { id: "unblock", name: texts.handling.unblock, icon: "ban", run: handling.unblock },
      blocked,
    ),
  ];
}
