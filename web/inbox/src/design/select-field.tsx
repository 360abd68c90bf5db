import { type ComponentProps, useId } from "react";
import styles from "./field.module.css";
import { Icon } from "./icon.tsx";

type Props = Omit<ComponentProps<"select">, "className" | "id" | "children"> & {
  readonly label: string;
  readonly options: readonly string[];
  readonly error?: string | undefined;
};

/** A labelled choice among texts that speak for themselves. */
export function SelectField({ label, options, error, ...select }: Props) {
  const id = useId();
  const errorId = `${id}-error`;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.box} data-invalid={error ? "" : undefined}>
        <select
          {...select}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
        >
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
        <Icon name="down" size={16} className={styles.arrow} />
      </div>
      {error && (
        <p id={errorId} className={styles.error}>
          <Icon name="alert" size={15} />
          {error}
        </p>
      )}
    </div>
  );
}
