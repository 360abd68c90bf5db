import type { AssignedElsewhere, ConversationSummary, StaffMessage } from "./staff.ts";

/**
 * A stretch of what was said before a thread began: messages of one closed `conversation`, oldest first; none of one that is
 * assigned `elsewhere`. Neither: nothing was said, or nothing may be told of it. `next` asks for what was said before.
 */
export interface History {
  readonly conversation: ConversationSummary | null;
  readonly elsewhere: AssignedElsewhere | null;
  readonly messages: readonly StaffMessage[];
  readonly next: string | null;
}

/** Where a closed thread goes on: in `conversation`, or in one that is assigned `elsewhere`, or nothing may be told of it. */
export interface Continuation {
  readonly conversation: ConversationSummary | null;
  readonly elsewhere: AssignedElsewhere | null;
}
