import { Icon } from "../design/icon.tsx";
import { exactTime, timeOfDay } from "../time/format.ts";
import styles from "./byline.module.css";

interface Props {
  readonly name: string;
  readonly at: string;
  /** Only over the first of a group; the others say it to screen readers. */
  readonly shown: boolean;
  readonly automatic?: boolean;
}

/** Who said it and when. */
export function Byline({ name, at, shown, automatic = false }: Props) {
  return (
    <p className={shown ? styles.byline : "visually-hidden"}>
      {automatic && <Icon name="robot" size={14} />}
      <bdi className="truncate">{name}</bdi>
      <time dateTime={at} title={exactTime(at)}>
        {timeOfDay(at)}
      </time>
    </p>
  );
}
