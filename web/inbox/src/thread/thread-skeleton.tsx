import { Skeleton } from "../design/skeleton.tsx";
import { texts } from "../texts/en.ts";
import { BackLink } from "./back-link.tsx";
import styles from "./thread-skeleton.module.css";

/** Width in per cent, height, and whether it stands on our side. */
const BUBBLES = [
  [46, 36, false],
  [62, 56, false],
  [70, 57, true],
  [34, 36, false],
  [58, 76, false],
  [64, 56, true],
  [40, 37, true],
] as const;

export function ThreadSkeleton({ shown }: { readonly shown: boolean }) {
  return (
    <div className={styles.thread} aria-busy="true">
      <p className="visually-hidden">{texts.thread.loading}</p>
      {shown &&
        BUBBLES.map(([width, height, ours]) => (
          <div
            key={`${width}-${height}`}
            className={styles.bubble}
            data-ours={ours ? "" : undefined}
          >
            <Skeleton width={`${width}%`} height={height} shape="bubble" />
          </div>
        ))}
    </div>
  );
}

export function HeaderSkeleton({ shown }: { readonly shown: boolean }) {
  return (
    <header className={styles.header}>
      <div className={styles.back}>
        <BackLink />
      </div>
      <div className={styles.who}>
        {shown && (
          <>
            <Skeleton width={132} height={13} />
            <Skeleton width={190} height={9} />
          </>
        )}
      </div>
    </header>
  );
}
