import type { ComponentChildren } from "preact";
import { Icon, type IconProps } from "../frame/icon.tsx";
import style from "./notice.module.css";

export interface NoticeProps {
  readonly icon: IconProps["name"];
  readonly children: ComponentChildren;
}

/** A quiet line about the chat itself. */
export function Notice({ icon, children }: NoticeProps) {
  return (
    <div class={style.notice} role="status">
      <Icon name={icon} size={19} />
      <div>{children}</div>
    </div>
  );
}
