import type { ComponentProps, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import styles from "./menu.module.css";

type MenuProps = Omit<ComponentProps<"div">, "className"> & {
  readonly label: string;
  /** Which edge of its (positioned) parent the menu hangs on. */
  readonly place: "below" | "above" | "below-end" | "above-end";
};

/** The opened list of a menu button; see [useMenu]. */
export function Menu({ label, place, ...rest }: MenuProps) {
  return (
    <div
      {...rest}
      role="menu"
      aria-label={label}
      className={styles.menu}
      data-place={place}
      tabIndex={-1}
    />
  );
}

interface EntryProps {
  readonly icon?: IconName;
  /** Present on entries of which one is chosen. */
  readonly checked?: boolean;
  readonly end?: ReactNode;
  /** What cannot be done lightly. */
  readonly danger?: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

export function MenuEntry(props: EntryProps) {
  const { icon, checked, end, danger = false, onChoose, children } = props;
  const content = (
    <>
      {icon && <Icon name={icon} />}
      <span className="truncate">{children}</span>
      {end !== undefined && <span className={styles.end}>{end}</span>}
    </>
  );
  if (checked === undefined) {
    return (
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        className={styles.entry}
        data-danger={danger ? "" : undefined}
        onClick={onChoose}
      >
        {content}
      </button>
    );
  }
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={checked}
      tabIndex={-1}
      className={styles.entry}
      onClick={onChoose}
    >
      <span className={styles.check}>{checked && <Icon name="check" size={16} />}</span>
      {content}
    </button>
  );
}

export function MenuHeading({ children }: { readonly children: ReactNode }) {
  return <div className={styles.heading}>{children}</div>;
}

export function MenuLine() {
  return <hr className={styles.line} />;
}
