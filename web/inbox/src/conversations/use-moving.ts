import { useEffect, useState } from "react";

/** Long enough for the transition of the rows. */
const MOVE_MS = 250;

/** True while rows glide to the places of a new order. Rows that only came in at the end move nothing. */
export function useMoving(order: readonly string[]): boolean {
  const [state, setState] = useState({ order, moving: false });
  if (state.order !== order) {
    setState({ order, moving: state.order.some((id, index) => id !== order[index]) });
  }
  useEffect(() => {
    if (!state.moving) return;
    const timer = setTimeout(() => setState({ ...state, moving: false }), MOVE_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return state.moving;
}
