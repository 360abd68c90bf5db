import { useState } from "react";
import { allOf, extended, NOTHING_SELECTED, type Selection, toggled, within } from "./selection.ts";
import type { Place } from "./view.ts";

/** Which rows are chosen, and how they are chosen. */
export interface Selecting {
  /** Rows are being chosen, even if none is yet: somebody asked for it, or chose one. */
  readonly active: boolean;
  readonly ids: ReadonlySet<string>;
  begin(): void;
  toggle(id: string): void;
  /** Everything from the one chosen last up to this one. */
  extendTo(id: string): void;
  toggleAll(): void;
  end(): void;
}

interface State {
  readonly place: Place;
  readonly begun: boolean;
  readonly selection: Selection;
}

export function useSelection(place: Place, order: readonly string[]): Selecting {
  const [state, setState] = useState<State>(none(place));
  const { begun, selection } = state.place === place ? state : none(place);
  const here = within(selection, order);
  const choose = (next: Selection, stays = begun) =>
    setState({ place, begun: stays, selection: next });
  return {
    active: begun || here.ids.size > 0,
    ids: here.ids,
    begin: () => choose(here, true),
    toggle: (id) => choose(toggled(here, id)),
    extendTo: (id) => choose(extended(here, order, id)),
    toggleAll: () => choose(here.ids.size === order.length ? NOTHING_SELECTED : allOf(order)),
    end: () => setState(none(place)),
  };
}

function none(place: Place): State {
  return { place, begun: false, selection: NOTHING_SELECTED };
}
