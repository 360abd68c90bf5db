import type { View } from "@shopbell/protocol/staff";
import { useSearch } from "wouter";
import { texts } from "../texts/en.ts";

/** The views as they are offered, in groups. */
export const VIEW_GROUPS: readonly (readonly View[])[] = [
  ["all", "unread", "unresolved", "resolved"],
  ["mine", "unassigned"],
  ["blocked"],
];

export const VIEWS: readonly View[] = VIEW_GROUPS.flat();

/** What the list can show: a view, or what is assigned to others and not to be read. */
export type Place = View | "others";

const DEFAULT: View = "unresolved";

/** What the address says that the list shows. */
export function usePlace(): Place {
  return placeNamed(new URLSearchParams(useSearch()).get("view")) ?? DEFAULT;
}

/** The view the address names; the default one beside what is no view. */
export function useView(): View {
  const place = usePlace();
  return place === "others" ? DEFAULT : place;
}

/** The address of a view, with a conversation open or not. */
export function messagesPath(view: Place, conversation?: string): string {
  const path = conversation ? `/inbox/messages/${conversation}` : "/inbox/messages";
  return view === DEFAULT ? path : `${path}?view=${view}`;
}

/** What it is called. */
export function placeName(place: Place): string {
  return place === "others" ? texts.others.title : texts.list.views[place];
}

/** Where this person was last, for the links that lead to the messages from elsewhere. */
export function lastPlace(staff: string): Place {
  try {
    return placeNamed(localStorage.getItem(keyOf(staff))) ?? DEFAULT;
  } catch {
    return DEFAULT;
  }
}

export function keepPlace(staff: string, place: Place): void {
  try {
    localStorage.setItem(keyOf(staff), place);
  } catch {
    // Then those links lead to the default.
  }
}

function keyOf(staff: string): string {
  return `shopbell.view.${staff}`;
}

function placeNamed(name: string | null): Place | undefined {
  if (name === "others") return name;
  return VIEWS.find((view) => view === name);
}
