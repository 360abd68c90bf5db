import type { ComponentProps } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style.ts";

type Props = ButtonStyle & Omit<ComponentProps<"button">, "className">;

export function Button({ kind, size, icon, wide, type = "button", ...rest }: Props) {
  return <button {...rest} type={type} className={buttonStyle({ kind, size, icon, wide })} />;
}
