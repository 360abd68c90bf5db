import type { Cell } from "@shopbell/sync/cell";
import { useEffect, useState } from "preact/hooks";

/** The value of a cell, and a new rendering whenever it changes. */
export function useCell<S>(cell: Pick<Cell<S>, "get" | "subscribe">): S {
  const [value, setValue] = useState(cell.get());
  useEffect(() => {
    const update = () => setValue(cell.get());
    update();
    return cell.subscribe(update);
  }, [cell]);
  return value;
}
