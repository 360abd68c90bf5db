import { useEffect, useState } from "react";

const PATIENCE_MS = 150;

/** True once `waiting` has lasted long enough to deserve a skeleton: a quick answer never flashes one. */
export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) {
      setLate(false);
      return;
    }
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [waiting]);
  return waiting && late;
}
