import { Icon, type IconProps } from "./icon.tsx";
import style from "./icon-button.module.css";

export interface IconButtonProps extends IconProps {
  readonly label: string;
  readonly look?: string | undefined;
  press(): void;
}

/** A round button that is only a drawing. */
export function IconButton({ label, look, press, ...icon }: IconButtonProps) {
  return (
    <button
      type="button"
      class={`${style.button} ${look ?? ""}`}
      aria-label={label}
      onClick={press}
    >
      <Icon {...icon} />
    </button>
  );
}
