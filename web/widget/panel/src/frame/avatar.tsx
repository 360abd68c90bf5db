import { hueOf, initialsOf } from "../thread/person.ts";
import style from "./avatar.module.css";

export interface AvatarProps {
  readonly name: string;
  readonly size: 28 | 36 | 40;
  /** The store itself, in its own colour. */
  readonly store?: boolean;
  readonly look?: string | undefined;
}

export function Avatar({ name, size, store = false, look }: AvatarProps) {
  const colour = store ? style.store : `p${hueOf(name)}`;
  return (
    <span class={`${style.avatar} ${style[`s${size}`]} ${colour} ${look ?? ""}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
