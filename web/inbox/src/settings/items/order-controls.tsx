import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { Menu, MenuEntry } from "../../design/menu.tsx";
import { useMenu } from "../../design/use-menu.ts";
import { orderTexts as texts } from "../../texts/en-order.ts";
import styles from "./item-row.module.css";

export interface Sorting {
  readonly isLifted: boolean;
  readonly handleProps: object;
  /** Absent at the ends. */
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
}

interface Props {
  readonly title: string;
  readonly sorting: Sorting;
}

/** To drag a row by, or to lift it with Space. */
export function OrderHandle({ title, sorting }: Props) {
  return (
    <button
      type="button"
      {...sorting.handleProps}
      className={styles.handle}
      aria-label={texts.move(title)}
      aria-pressed={sorting.isLifted}
      title={texts.moveHint}
    >
      <Icon name="grip" />
    </button>
  );
}

export function OrderMenu({ title, sorting }: Props) {
  const menu = useMenu();
  const entry = (name: string, move: (() => void) | undefined) =>
    move && (
      <MenuEntry
        onChoose={() => {
          menu.close();
          move();
        }}
      >
        {name}
      </MenuEntry>
    );
  return (
    <div className={styles.menu}>
      <Button kind="ghost" icon {...menu.openerProps} aria-label={texts.moreOf(title)}>
        <Icon name="dots" />
      </Button>
      {menu.open && (
        <Menu {...menu.menuProps} label={texts.moreOf(title)} place="below-end">
          {entry(texts.moveUp, sorting.onUp)}
          {entry(texts.moveDown, sorting.onDown)}
        </Menu>
      )}
    </div>
  );
}
