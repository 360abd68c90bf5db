import type { ConversationSummary, StaffName } from "@shopbell/protocol/staff";
import type { Done } from "@shopbell/sync/staff-actions";
import { useRef } from "react";
import { customerName, firstName } from "../customer/customer-name.ts";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { showToast } from "../toast/toasts.ts";
import { tellFailure } from "./failure-words.ts";
import { isOpenNow, useOpenConversation } from "./open-conversation.ts";
import { useGoingBack, useResolving } from "./use-resolving.ts";

/** What can be done with the open conversation. Each says what came of it, and how to take it back where that makes sense. */
export interface Handling {
  resolve(): Promise<void>;
  reopen(): Promise<void>;
  assign(to: StaffName | null): Promise<void>;
  block(network: boolean): Promise<void>;
  unblock(): Promise<void>;
  markUnread(): Promise<void>;
  label(labels: readonly string[]): Promise<void>;
  copyLink(): Promise<void>;
}

export function useHandling(summary: ConversationSummary): Handling {
  const { session, staff } = useLive();
  const resolving = useResolving();
  const back = useGoingBack();
  const open = useOpenConversation();
  const busy = useRef(false);
  const { actions } = session;
  const { id, status, assignee } = summary;
  const name = customerName(summary.customer);

  /** One thing at a time: a key pressed twice does not undo itself. */
  async function once(run: () => Promise<void>): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    try {
      await run();
    } finally {
      busy.current = false;
    }
  }

  /** Names the customer, and so goes with the conversation. */
  function sayOfCustomer(text: string, undo: () => void): void {
    showToast({ text: [text], conversation: id, undo });
  }

  async function reopen(): Promise<void> {
    const done = await actions.reopen(id);
    if (done.kind !== "done") return tellFailure(done);
    sayOfCustomer(texts.handling.reopened(name), () => void back(id, actions.resolve(id)));
  }

  async function assign(to: StaffName | null): Promise<void> {
    if (!(await assigned(to))) return;
    const staysInSight = to === null || to.id === staff.id;
    say(assignedTo(to, staff), staysInSight ? () => void assigned(assignee) : undefined);
  }

  async function assigned(to: StaffName | null): Promise<boolean> {
    const done = await actions.assign(id, to);
    if (done.kind === "taken") say(takenBy(done.by));
    else if (done.kind !== "done") tellFailure(done);
    return done.kind === "done";
  }

  async function block(network: boolean): Promise<void> {
    const done = await actions.block(id, network);
    if (done.kind !== "done") return tellFailure(done);
    sayOfCustomer(texts.handling.blocked(name), () => void back(id, unblocked()));
  }

  /** As it was before: what waited for an answer waits again. */
  async function unblocked(): Promise<Done> {
    const done = await actions.unblock(id);
    return done.kind === "done" && status === "unresolved" ? actions.unresolve(id) : done;
  }

  async function unblock(): Promise<void> {
    const done = await actions.unblock(id);
    if (done.kind !== "done") return tellFailure(done);
    sayOfCustomer(texts.handling.unblocked(name), () => void back(id, actions.block(id, false)));
  }

  async function markUnread(): Promise<void> {
    const done = await actions.markUnread(id);
    if (done.kind !== "done") return tellFailure(done);
    // Left open, it would be read again within a second.
    if (isOpenNow(id)) open(undefined);
    say(texts.handling.markedUnread);
  }

  async function label(labels: readonly string[]): Promise<void> {
    const done = await actions.label(id, labels);
    if (done.kind !== "done") tellFailure(done);
  }

  async function copyLink(): Promise<void> {
    try {
      await navigator.clipboard.writeText(`${location.origin}/inbox/messages/${id}`);
      say(texts.handling.linkCopied);
    } catch {
      say(texts.handling.linkNotCopied);
    }
  }

  return {
    resolve: () => once(() => resolving(summary)),
    reopen: () => once(reopen),
    assign: (to) => once(() => assign(to)),
    block: (network) => once(() => block(network)),
    unblock: () => once(unblock),
    markUnread: () => once(markUnread),
    label,
    copyLink,
  };
}

function say(text: string, undo?: () => void): void {
  showToast({ text: [text], ...(undo && { undo }) });
}

function assignedTo(to: StaffName | null, me: StaffName): string {
  if (to === null) return texts.handling.unassigned;
  return to.id === me.id
    ? texts.handling.assignedToYou
    : texts.handling.assignedTo(firstName(to.name));
}

function takenBy(by: StaffName | null): string {
  return by ? texts.handling.takenBy(firstName(by.name)) : texts.handling.returnedMeanwhile;
}
