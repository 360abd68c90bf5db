import type { View } from "@shopbell/protocol/staff";
import { type Inbox, takePage } from "./inbox.ts";
import { IDLE, LOADING, type Load } from "./load.ts";
import type { Persistence } from "./retry.ts";
import type { StaffApi } from "./staff-api.ts";
import { forEachView } from "./views.ts";

export type ListLoads = { readonly [V in View]: Load };

interface OpenListsOptions {
  readonly api: StaffApi;
  inbox(): Inbox;
  /** One or both, told as one change. */
  publish(change: { readonly inbox?: Inbox; readonly loads: ListLoads }): void;
  /** Null while the inbox itself is being loaded, and after the end. */
  persistence(): Persistence | null;
}

/** The lists somebody has looked at: loaded page by page, and live from then on. */
export interface OpenLists {
  views(): readonly View[];
  show(view: View): void;
  more(view: View): void;
  /** Loads the first page of every list shown that has none. */
  check(): void;
}

export const NO_LIST_LOADS: ListLoads = forEachView(() => IDLE);

export function createOpenLists(options: OpenListsOptions): OpenLists {
  const shown = new Set<View>();
  const busy = new Set<View>();
  let loads = NO_LIST_LOADS;

  function showLoad(view: View, load: Load, inbox?: Inbox): void {
    loads = { ...loads, [view]: load };
    options.publish(inbox ? { inbox, loads } : { loads });
  }

  function check(): void {
    for (const view of shown) if (options.inbox().lists[view] === null) more(view);
  }

  function more(view: View): void {
    const persistence = options.persistence();
    const list = options.inbox().lists[view];
    if (!persistence || busy.has(view) || (list && list.next === null)) return;
    busy.add(view);
    void load(view, list?.next ?? null, persistence);
  }

  async function load(view: View, before: string | null, persistence: Persistence): Promise<void> {
    showLoad(view, LOADING);
    const outcome = await persistence.ask(
      () => options.api.page(view, before),
      (failure) => showLoad(view, { kind: "failed", failure }),
    );
    // Before it is told, so that whoever hears of this page may ask for the next one at once.
    busy.delete(view);
    if (outcome?.kind === "done") {
      showLoad(view, IDLE, takePage(options.inbox(), view, outcome.value));
    } else showLoad(view, outcome ? { kind: "failed", failure: outcome } : IDLE);
    // Overtaken by a loading afresh: there may be no first page any more.
    if (outcome === null) check();
  }

  return {
    views: () => [...shown],
    show(view) {
      shown.add(view);
      if (options.inbox().lists[view] === null) more(view);
    },
    more,
    check,
  };
}
