import { useState } from "react";

/** How often something that was known has become something else; undefined while it is not known. */
export function useChanges(value: string | null | undefined): number {
  const [known, setKnown] = useState({ value, changes: 0 });
  if (value !== undefined && value !== known.value) {
    setKnown({ value, changes: known.changes + (known.value === undefined ? 0 : 1) });
  }
  return known.changes;
}
