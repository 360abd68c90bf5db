import { useEffect, useRef } from "react";
import { BulkButtons } from "../bulk/bulk-buttons.tsx";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";
import styles from "./selection-bar.module.css";
import type { Selecting } from "./use-selection.ts";

interface Props {
  readonly selecting: Selecting;
  /** How many there are to choose from. */
  readonly loaded: number;
  readonly onEnd: () => void;
}

/** In the place of the list's title while rows are being chosen: how many are, and what can be done with them. */
export function SelectionBar({ selecting, loaded, onEnd }: Props) {
  const all = useRef<HTMLInputElement>(null);
  const count = selecting.ids.size;
  const some = count > 0 && count < loaded;
  useEffect(() => {
    if (all.current) all.current.indeterminate = some;
  }, [some]);
  useEffect(() => {
    // The button that brought it is gone, and the focus with it.
    if (document.activeElement === document.body) all.current?.focus();
  }, []);

  return (
    <div role="toolbar" className={styles.bar} aria-label={texts.list.selection}>
      <label className={styles.all}>
        <input
          ref={all}
          type="checkbox"
          aria-label={texts.list.selectAll(loaded)}
          checked={loaded > 0 && count === loaded}
          onChange={selecting.toggleAll}
        />
        <span aria-live="polite">{texts.list.selected(count)}</span>
      </label>
      <BulkButtons ids={selecting.ids} onDone={onEnd} />
      <Button kind="ghost" icon aria-label={texts.list.endSelection} onClick={onEnd}>
        <Icon name="close" />
      </Button>
    </div>
  );
}
