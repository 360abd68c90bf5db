import { customerName } from "../customer/customer-name.ts";
import { useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import styles from "./row-tick.module.css";

interface Props {
  readonly id: string;
  readonly selected: boolean;
  /** Also without being pointed at, because rows are being chosen. */
  readonly shown: boolean;
  /** In the one row the Tab key stops at. */
  readonly stop: boolean;
  readonly onTick: (id: string, withShift: boolean) => void;
}

/** Chooses a row, in the place of its face. */
export function RowTick({ id, selected, shown, stop, onTick }: Props) {
  const customer = useLiveState((state) => state.inbox.conversations.get(id)?.customer);
  if (!customer) return null;
  return (
    <label className={styles.tick} data-shown={shown ? "" : undefined}>
      <input
        type="checkbox"
        aria-label={texts.list.select(customerName(customer))}
        checked={selected}
        tabIndex={stop ? 0 : -1}
        onChange={({ nativeEvent }) =>
          onTick(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
      />
    </label>
  );
}
