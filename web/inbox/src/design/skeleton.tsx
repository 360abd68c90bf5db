import type { CSSProperties } from "react";
import styles from "./skeleton.module.css";

interface Props {
  readonly width: number | string;
  readonly height: number;
  readonly shape?: "bar" | "circle" | "bubble" | "control";
  readonly style?: CSSProperties;
}

/** A quiet stand-in for something that is still loading. */
export function Skeleton({ width, height, shape = "bar", style }: Props) {
  return (
    <i
      className={styles.skeleton}
      data-shape={shape}
      style={{ inlineSize: width, blockSize: height, ...style }}
    />
  );
}
