import type { ComponentChildren } from "preact";
import { useSurroundings } from "../surroundings.ts";
import style from "./header.module.css";
import { IconButton } from "./icon-button.tsx";

export interface HeaderProps {
  readonly children: ComponentChildren;
  back(): void;
}

/** The bar above the form and the thread. */
export function Header({ children, back }: HeaderProps) {
  const { texts, close } = useSurroundings();
  return (
    <header class={style.header}>
      <IconButton name="back" size={22} flips label={texts.back} press={back} />
      <div class={style.middle}>{children}</div>
      <IconButton name="cross" size={20} label={texts.close} press={close} />
    </header>
  );
}
