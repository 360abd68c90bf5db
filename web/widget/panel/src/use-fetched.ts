import { useEffect, useState } from "preact/hooks";

/** A part of the panel, or of what it shows, that is fetched when it is first needed. */
export interface Part<T> {
  /** Undefined until it is there. */
  now: T | undefined;
  readonly fetch: () => Promise<T>;
}

export function partOf<T>(fetch: () => Promise<T>): Part<T> {
  return { now: undefined, fetch };
}

/** The part, as soon as it is there; what was fetched once is there from the first rendering on. */
export function useFetched<T>(isNeeded: boolean, part: Part<T>): T | undefined {
  const [, show] = useState(false);
  useEffect(() => {
    if (!isNeeded || part.now) return;
    part.fetch().then(
      (fetched) => {
        part.now = fetched;
        show(true);
      },
      () => {},
    );
  }, [isNeeded]);
  return part.now;
}
