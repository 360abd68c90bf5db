import { type RefObject, useLayoutEffect } from "react";

/** As near to the end as counts as being there. */
export const NEAR_END_PX = 60;

type Scroller = Pick<HTMLElement, "scrollTop" | "scrollHeight" | "clientHeight">;

/** Whether the end was on screen before the height changed, and is to be so again. */
export function leftTheEnd(scroller: Scroller, heightBefore: number): boolean {
  const wasBelow = scroller.scrollHeight - scroller.scrollTop - heightBefore;
  return scroller.clientHeight !== heightBefore && wasBelow <= NEAR_END_PX;
}

/**
 * A composer that grows, a banner or a keyboard that comes up takes its room from above, not from the last message.
 * Watched here, because the list of rows only tells of a height that brings other rows on screen.
 */
export function useStayAtEnd(scroller: RefObject<HTMLElement | null>, toEnd: () => void): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let height = element.clientHeight;
    const observer = new ResizeObserver(() => {
      if (leftTheEnd(element, height)) toEnd();
      height = element.clientHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, toEnd]);
}
