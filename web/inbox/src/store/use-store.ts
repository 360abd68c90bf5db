import type { Store } from "@shopbell/protocol/staff";
import { createStaffApi } from "@shopbell/sync/staff-api";
import { useEffect, useState } from "react";
import { useLive } from "../live/live.ts";

const asked = new Map<string, Promise<Store | null>>();

/** The settings of the store one is in; null until they are here. */
export function useStore(): Store | null {
  const { id } = useLive().store;
  const [store, setStore] = useState<Store | null>(null);
  useEffect(() => {
    let wanted = true;
    void ask(id).then((answer) => wanted && setStore(answer));
    return () => {
      wanted = false;
    };
  }, [id]);
  return store;
}

/** Whoever asks next asks the server: it was changed. */
export function forgetStore(id: string): void {
  asked.delete(id);
}

function ask(id: string): Promise<Store | null> {
  const known = asked.get(id);
  if (known) return known;
  const answer = createStaffApi(id)
    .store()
    .then((outcome) => {
      if (outcome.kind === "done") return outcome.value;
      // Not worth an error on the page; whoever asks next asks the server again.
      asked.delete(id);
      return null;
    });
  asked.set(id, answer);
  return answer;
}
