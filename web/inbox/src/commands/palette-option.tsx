import { CustomerAvatar } from "../customer/customer-avatar.tsx";
import { customerName } from "../customer/customer-name.ts";
import { Icon } from "../design/icon.tsx";
import { singleKeysWork } from "../keyboard/single-keys.ts";
import { CommandKeys } from "./command-keys.tsx";
import styles from "./palette-option.module.css";
import type { Entry } from "./use-entries.ts";

interface Props {
  readonly id: string;
  readonly entry: Entry;
  readonly selected: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

export function PaletteOption({ id, entry, selected, onPoint, onChoose }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field, which keeps the focus.
    // biome-ignore lint/a11y/useFocusableInteractive: the field points at it with aria-activedescendant.
    <div
      id={id}
      role="option"
      aria-selected={selected}
      className={styles.option}
      onPointerMove={() => !selected && onPoint()}
      onClick={onChoose}
    >
      {entry.kind === "person" ? (
        <>
          <CustomerAvatar customer={entry.customer} size="small" />
          <bdi className="truncate">{customerName(entry.customer)}</bdi>
          {entry.customer.name !== null && (
            <span className={`truncate ${styles.detail}`}>{entry.customer.email}</span>
          )}
        </>
      ) : (
        <>
          <Icon name={entry.command.icon} size={20} />
          <span className="truncate">{entry.command.name}</span>
          {entry.command.keys && singleKeysWork() && (
            <span className={styles.keys} aria-hidden="true">
              <CommandKeys keys={entry.command.keys} />
            </span>
          )}
        </>
      )}
    </div>
  );
}
