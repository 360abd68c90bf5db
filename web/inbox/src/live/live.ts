import type { Me, Membership } from "@shopbell/protocol/staff";
import type { StaffSession } from "@shopbell/sync/staff-session";
import type { StaffState } from "@shopbell/sync/staff-state";
import type { UploadDoor } from "@shopbell/sync/uploads/upload-door";
import { createContext, useContext, useSyncExternalStore } from "react";

/** Who works in which store, over which live session. */
export interface Live {
  readonly session: StaffSession;
  /** The files that go with its messages. */
  readonly uploads: UploadDoor;
  /** Tries to connect now instead of waiting for the next turn. */
  readonly hurry: () => void;
  readonly staff: Me["staff"];
  readonly store: Membership;
  readonly stores: readonly Membership[];
  readonly chooseStore: (id: string) => void;
}

export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("Used outside of a store's inbox.");
  return live;
}

/** A part of what is known, followed live. `select` must return the same value while its part is the same. */
export function useLiveState<T>(select: (state: StaffState) => T): T {
  const { session } = useLive();
  return useSyncExternalStore(session.subscribe, () => select(session.getSnapshot()));
}

/** Nobody ever wrote to this store: the server names the newest conversations at once, and there are none. */
export function isWithoutMessages({ phase, inbox }: StaffState): boolean {
  return phase === "ready" && inbox.conversations.size === 0;
}
