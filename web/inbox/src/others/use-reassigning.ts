import type { AssignedElsewhere, StaffName } from "@shopbell/protocol/staff";
import { firstName } from "../customer/customer-name.ts";
import { failureWords } from "../handling/failure-words.ts";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { showToast } from "../toast/toasts.ts";

/** Gives a conversation one may not read to somebody else, or back to everybody, and says what came of it. */
export function useReassigning(onAssigned: () => void) {
  const { session, staff } = useLive();

  async function give(id: string, to: StaffName | null, from: StaffName | null) {
    const done = await session.actions.assign(id, to, from);
    if (done.kind === "taken") {
      showToast({
        text: [done.by ? texts.others.taken(firstName(done.by.name)) : texts.others.returned],
      });
    } else if (done.kind !== "done") showToast({ text: [failureWords(done)] });
    onAssigned();
    return done.kind === "done";
  }

  return async ({ id, assignee }: AssignedElsewhere, to: StaffName | null) => {
    if (!(await give(id, to, assignee))) return;
    const text = to === null ? texts.handling.unassigned : wordsFor(to);
    showToast({ text: [text], undo: () => void give(id, assignee, to) });
  };

  function wordsFor(to: StaffName): string {
    return to.id === staff.id
      ? texts.handling.assignedToYou
      : texts.handling.assignedTo(firstName(to.name));
  }
}
