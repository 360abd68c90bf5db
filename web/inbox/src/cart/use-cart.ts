import type { Cart } from "@shopbell/protocol/cart";
import { createCartApi } from "@shopbell/sync/cart-api";
import { useEffect, useState } from "react";
import { useLive, useLiveState } from "../live/live.ts";

/** The cart of a conversation's customer; the one known last where a newer one could not be loaded. */
export interface KnownCart {
  readonly cart: Cart | null;
  readonly state: "loading" | "known" | "failed";
  /** How often it changed since it was first on screen. */
  readonly changes: number;
  readonly again: () => void;
}

/** Asked for anew whenever the summary tells that it is another one. */
export function useCart(conversation: string): KnownCart {
  const { store } = useLive();
  const told = useLiveState(
    (state) => state.inbox.conversations.get(conversation)?.cart?.changedAt ?? null,
  );
  const [attempt, setAttempt] = useState(0);
  const [known, setKnown] = useState<Omit<KnownCart, "again">>({
    cart: null,
    state: "loading",
    changes: -1,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for each cart that is told of, and on demand.
  useEffect(() => {
    let isOver = false;
    void createCartApi(store.id)
      .cart(conversation)
      .then((outcome) => {
        if (isOver) return;
        setKnown((before) =>
          outcome.kind === "done"
            ? { cart: outcome.value.cart, state: "known", changes: before.changes + 1 }
            : { ...before, state: "failed" },
        );
      });
    return () => {
      isOver = true;
    };
  }, [store.id, conversation, told, attempt]);

  return { ...known, again: () => setAttempt((times) => times + 1) };
}
