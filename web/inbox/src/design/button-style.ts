import styles from "./button.module.css";

export interface ButtonStyle {
  readonly kind: "primary" | "secondary" | "ghost" | "danger";
  readonly size?: "small" | "large" | undefined;
  /** Only a drawing inside; the control then needs an `aria-label`. */
  readonly icon?: boolean | undefined;
  readonly wide?: boolean | undefined;
}

/** The classes of a button, for the elements that look like one: buttons and links. */
export function buttonStyle({ kind, size, icon, wide }: ButtonStyle): string {
  return [
    styles.button,
    styles[kind],
    size && styles[size],
    icon && styles.icon,
    wide && styles.wide,
  ]
    .filter(Boolean)
    .join(" ");
}
