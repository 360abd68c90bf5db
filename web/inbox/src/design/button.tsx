import type { ComponentProps } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style.ts";

type Props = ButtonStyle &
  Omit<ComponentProps<"button">, "className"> & {
    /** Does nothing for the moment, and keeps the focus, which a disabled one would lose. */
    readonly busy?: boolean;
  };

export function Button({
  kind,
  size,
  icon,
  wide,
  type = "button",
  busy = false,
  onClick,
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonStyle({ kind, size, icon, wide })}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  );
}
