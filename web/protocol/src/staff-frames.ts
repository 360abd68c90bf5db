import type { ProfileFrame } from "./profile.ts";
import type { ConversationSummary, Draft, Position, StaffMessage, StaffName } from "./staff.ts";

/** What the staff socket says, and the page that is asked for the same where sockets are blocked: docs/reference/protocol.md, 3. */

export interface StaffHello {
  readonly type: "hello";
  readonly epoch: string;
  readonly after: number;
}

/** Everything that changed up to `position`. Applied in this order: drop `gone`, hear `messages`, take `conversations`, take over `position`. */
export interface ChangesFrame {
  readonly type: "changes";
  readonly position: Position;
  readonly conversations: readonly ConversationSummary[];
  readonly messages: readonly StaffMessage[];
  readonly gone: readonly string[];
}

export interface PresenceFrame {
  readonly type: "presence";
  readonly conversation: string;
  readonly online: boolean;
  readonly leftAt?: string;
}

/** A key was pressed a moment ago: by a colleague, or by the customer when `staff` is null. */
export interface TypingFrame {
  readonly type: "typing";
  readonly conversation: string;
  readonly staff: StaffName | null;
  readonly note: boolean;
}

/** The colleagues who have this conversation open, too, instead of what was known. */
export interface ViewersFrame {
  readonly type: "viewers";
  readonly conversation: string;
  readonly staff: readonly StaffName[];
}

export interface DraftFrame {
  readonly type: "draft";
  readonly conversation: string;
  /** Null: sent or deleted. */
  readonly draft: Draft | null;
}

export type ChangesAnswer = ChangesFrame | { readonly type: "start_over" };

/** What the staff socket tells of the store. `unknown` stands for a type this client is too old to know: ignored. */
export type StaffNews =
  | ChangesFrame
  | { readonly type: "online"; readonly conversations: readonly string[] }
  | PresenceFrame
  | TypingFrame
  | ViewersFrame
  | ProfileFrame
  | { readonly type: "drafts"; readonly drafts: readonly Draft[] }
  | DraftFrame
  | { readonly type: "start_over" }
  | { readonly type: "unknown" };
