/** The conversations that are chosen to be handled together, and from where a range begins. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchor: string | null;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null };

export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** With everything from where the last one was chosen up to this one, whichever stands above the other. */
export function extended(
  { ids, anchor }: Selection,
  order: readonly string[],
  id: string,
): Selection {
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return { ids: new Set([...ids, id]), anchor: id };
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...ids, ...range]), anchor };
}

export function allOf(order: readonly string[]): Selection {
  return { ids: new Set(order), anchor: null };
}

/** Without those that left the list: nobody handles what is not on screen any more. */
export function within(selection: Selection, order: readonly string[]): Selection {
  const { ids } = selection;
  if (ids.size === 0) return selection;
  const here = order.filter((id) => ids.has(id));
  return here.length === ids.size ? selection : { ...selection, ids: new Set(here) };
}
