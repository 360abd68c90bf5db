import styles from "./icon.module.css";
import { shapes } from "./icon-shapes";

export type IconName = keyof typeof shapes;

interface Props {
  readonly name: IconName;
  readonly size?: number;
  readonly className?: string | undefined;
}

/** A drawing beside words that say the same; it has no name of its own. */
export function Icon({ name, size = 18, className }: Props) {
  return (
    <svg
      aria-hidden="true"
      className={className ? `${styles.icon} ${className}` : styles.icon}
      data-mirrored={name === "back" || name === "right" || name === "sidebar" ? "" : undefined}
      width={size}
      height={size}
      viewBox="0 0 20 20"
    >
      {shapes[name]}
    </svg>
  );
}
