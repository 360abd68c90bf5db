import { type FocusEvent, type PointerEvent, useState } from "react";

/** Whether a pointer is over the list or a row has the focus, with the handlers that notice. Fingers do not hover. */
export function useHolding() {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  return {
    held: pointed || focused,
    pointed,
    holding: {
      onPointerEnter: (event: PointerEvent) => setPointed(event.pointerType !== "touch"),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: (event: FocusEvent) => setFocused(event.currentTarget.contains(event.relatedTarget)),
    },
  };
}
