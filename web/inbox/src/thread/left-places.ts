import type { VirtualItem } from "@tanstack/react-virtual";

/** Where a thread was being read when it was left: how far down, and how high its rows were. */
export interface LeftPlace {
  readonly offset: number;
  readonly rows: VirtualItem[];
}

/** As many as *Undo* may have to lead back to. */
const MOST = 20;

const places = new Map<string, LeftPlace>();
let wanted: string | undefined;

/** Undefined: at the end, where a thread opens anyway. */
export function leave(conversation: string, place: LeftPlace | undefined): void {
  places.delete(conversation);
  if (!place) return;
  places.set(conversation, place);
  for (const oldest of [...places.keys()].slice(0, -MOST)) places.delete(oldest);
}

/** The next time this one opens, it does so where it was left. */
export function comeBackTo(conversation: string): void {
  wanted = conversation;
}

/** Where a thread that opens now is to be shown, if somebody comes back to it. */
export function placeToComeBackTo(conversation: string): LeftPlace | undefined {
  return wanted === conversation ? places.get(conversation) : undefined;
}

export function cameBack(): void {
  wanted = undefined;
}
