import { type ComponentProps, type ReactNode, useId } from "react";
import styles from "./field.module.css";
import { Icon } from "./icon.tsx";

type Props = Omit<ComponentProps<"input">, "className" | "id"> & {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** A link beside the label, such as "Forgot it?"; the Tab key comes to it after the field. */
  readonly beside?: ReactNode;
  /** What stands before what is typed, such as the / of a shortcut. */
  readonly start?: string;
  /** A control at the end of the field, such as "Show password". */
  readonly end?: ReactNode;
};

/** A labelled input; what is wrong with it is said right under it. */
export function Field({ label, hint, error, beside, start, end, ...input }: Props) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.box} data-invalid={error ? "" : undefined}>
        {start && (
          <span className={styles.start} aria-hidden="true">
            {start}
          </span>
        )}
        <input
          {...input}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? noteId : undefined}
        />
        {end}
      </div>
      {beside && <div className={styles.beside}>{beside}</div>}
      {error && (
        <p id={noteId} className={styles.error}>
          <Icon name="alert" size={15} />
          {error}
        </p>
      )}
      {!error && hint && (
        <p id={noteId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
