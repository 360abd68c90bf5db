import { type RefObject, useLayoutEffect } from "react";

/** Newer browsers do it by themselves, told by the style sheet. */
const byItself = CSS.supports("field-sizing", "content");

/** Makes a field as high as its text; the style sheet says where that ends and scrolling begins. */
export function useGrowing(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text decides the height.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || byItself) return;
    element.style.blockSize = "auto";
    const borders = element.offsetHeight - element.clientHeight;
    element.style.blockSize = `${element.scrollHeight + borders}px`;
  }, [field, text]);
}
