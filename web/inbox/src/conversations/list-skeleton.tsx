import { Skeleton } from "../design/skeleton.tsx";
import { texts } from "../texts/en.ts";
import styles from "./list-skeleton.module.css";

/** Widths of name and preview, in per cent: different, as those of people are. */
const ROWS = [
  [38, 86],
  [30, 92],
  [52, 70],
  [28, 80],
  [36, 62],
  [32, 94],
  [40, 76],
  [56, 68],
  [34, 58],
] as const;

export function ListSkeleton() {
  return (
    <div className={styles.list} role="status" aria-label={texts.list.loading}>
      {ROWS.map(([name, preview]) => (
        <SkeletonRow key={`${name}-${preview}`} name={name} preview={preview} />
      ))}
    </div>
  );
}

export function SkeletonRow({ name = 38, preview = 80 }: { name?: number; preview?: number }) {
  return (
    <div className={styles.row} aria-hidden="true">
      <Skeleton width={36} height={36} shape="circle" />
      <div className={styles.lines}>
        <div className={styles.first}>
          <Skeleton width={`${name}%`} height={11} />
          <Skeleton width={22} height={9} />
        </div>
        <Skeleton width={`${preview}%`} height={9} />
        <div className={styles.last}>
          <Skeleton width={44} height={12} />
          <Skeleton width={18} height={18} shape="circle" />
        </div>
      </div>
    </div>
  );
}
