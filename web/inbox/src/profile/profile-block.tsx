import { type ReactNode, useId } from "react";
import { Button } from "../design/button.tsx";
import { Skeleton } from "../design/skeleton.tsx";
import { useLate } from "../design/use-late.ts";
import { profileTexts as texts } from "../texts/en-profile.ts";
import styles from "./profile-block.module.css";
import type { Block } from "./use-block.ts";

interface Props<T> {
  readonly title: ReactNode;
  /** For ears only: what is there says by itself what it is. */
  readonly isUntitled?: boolean;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly block: Block<T>;
  /** How high what is awaited is likely to be. */
  readonly bars: readonly (number | string)[];
  readonly children: (value: T) => ReactNode;
}

/** A part of the profile with its own skeleton and its own error. */
export function ProfileBlock<T>({ title, isUntitled, aside, block, bars, children }: Props<T>) {
  const id = useId();
  const { value, hasFailed, reload } = block;
  const isLoading = value === null && !hasFailed;
  const late = useLate(isLoading);
  return (
    <section
      className={styles.block}
      aria-labelledby={id}
      aria-busy={isLoading || undefined}
      data-untitled={isUntitled ? "" : undefined}
    >
      <div className={isUntitled ? "visually-hidden" : styles.head}>
        <h3 id={id}>{title}</h3>
        {aside && <span className={styles.aside}>{aside}</span>}
      </div>
      {isLoading && (
        <div className={styles.bars}>
          <p className="visually-hidden">{texts.loading}</p>
          {late && bars.map((width) => <Skeleton key={width} width={width} height={12} />)}
        </div>
      )}
      {hasFailed && (
        <div className={styles.failed}>
          <p role="alert">{texts.failed}</p>
          <Button kind="secondary" size="small" onClick={reload}>
            {texts.retry}
          </Button>
        </div>
      )}
      {value !== null && children(value)}
    </section>
  );
}
