import { Icon } from "../design/icon.tsx";
import styles from "./dialog-form.module.css";

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly hint?: string | undefined;
}

interface Props {
  readonly legend: string;
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly error?: string | undefined;
}

/** Any number of things to choose. */
export function Choices({ legend, name, choices, chosen, onChange, error }: Props) {
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="checkbox"
            name={name}
            value={choice.value}
            checked={chosen.includes(choice.value)}
            onChange={({ target }) =>
              onChange(
                target.checked
                  ? [...chosen, choice.value]
                  : chosen.filter((value) => value !== choice.value),
              )
            }
          />
          <bdi>{choice.name}</bdi>
          {choice.hint && <small>{choice.hint}</small>}
        </label>
      ))}
      {error && (
        <p className={styles.problem} role="alert">
          <Icon name="alert" size={16} />
          {error}
        </p>
      )}
    </fieldset>
  );
}
