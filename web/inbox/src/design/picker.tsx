import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Icon } from "./icon.tsx";
import styles from "./picker.module.css";

export interface PickerOption {
  readonly key: string;
  readonly content: ReactNode;
  /** At the far end of its row. */
  readonly end?: ReactNode;
  readonly chosen: boolean;
  readonly disabled?: boolean;
  /** Below a line of its own. */
  readonly apart?: boolean;
  readonly onChoose: () => void;
}

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly options: readonly PickerOption[];
  /** More than one may be chosen; choosing leaves it open. */
  readonly several?: boolean;
  /** What choosing the highlighted one means. */
  readonly hint: (highlighted: string | undefined) => string | undefined;
  /** In the place of options, while there are none. */
  readonly empty: string | undefined;
  readonly end?: ReactNode;
  /** Called for Esc, Tab and a press outside. */
  readonly onClose: (how: "left" | "given up") => void;
}

/**
 * A field to type into, over the list of what fits: the WAI-ARIA combobox, always open. The focus stays in the field; arrows,
 * Home and End move, Enter chooses.
 */
export function Picker(props: Props) {
  const { label, placeholder, text, onText, options, several = false, hint, empty } = props;
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const [pointed, setPointed] = useState<string | undefined>(undefined);
  const highlighted = (options.find(({ key }) => key === pointed) ?? first(options))?.key;
  const at = options.findIndex(({ key }) => key === highlighted);
  const said = hint(highlighted);

  const close = useRef(props.onClose);
  useEffect(() => {
    close.current = props.onClose;
  });
  useEffect(() => {
    field.current?.focus();
    const closeOutside = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box.current?.contains(target)) close.current("left");
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => document.removeEventListener("pointerdown", closeOutside);
  }, []);

  const point = (index: number) => {
    const option = options[(index + options.length) % options.length];
    if (!option) return;
    setPointed(option.key);
    document
      .getElementById(`${id}-${options.indexOf(option)}`)
      ?.scrollIntoView({ block: "nearest" });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Tab") props.onClose("left");
    else if (hear(event.key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  /** Whether the key means something here. */
  const hear = (key: string): boolean => {
    switch (key) {
      case "ArrowDown":
        point(at + 1);
        return true;
      case "ArrowUp":
        point(at - 1);
        return true;
      case "Home":
        point(0);
        return true;
      case "End":
        point(-1);
        return true;
      case "Enter":
        choose(options[at]);
        return true;
      case "Escape":
        props.onClose("given up");
        return true;
      default:
        return false;
    }
  };

  return (
    <div ref={box} className={styles.picker}>
      <div className={styles.find}>
        <Icon name="search" size={16} />
        <input
          ref={field}
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
          aria-describedby={said === undefined ? undefined : `${id}-hint`}
          placeholder={placeholder}
          autoComplete="off"
          dir="auto"
          value={text}
          onChange={({ target }) => {
            setPointed(undefined);
            onText(target.value);
          }}
          onKeyDown={onKeyDown}
        />
        {props.end}
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        aria-multiselectable={several || undefined}
        className={styles.options}
      >
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the highlighted one.
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard there, too.
          <div
            key={option.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={option.chosen}
            aria-disabled={option.disabled || undefined}
            data-highlighted={option.key === highlighted ? "" : undefined}
            data-apart={option.apart ? "" : undefined}
            className={styles.option}
            onPointerMove={() => setPointed(option.key)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            {several && (
              <span className={styles.box} data-chosen={option.chosen ? "" : undefined} />
            )}
            <span className={styles.content}>{option.content}</span>
            {option.end !== undefined && <span className={styles.end}>{option.end}</span>}
          </div>
        ))}
      </div>
      {options.length === 0 && empty && <p className={styles.empty}>{empty}</p>}
      {said !== undefined && (
        <p id={`${id}-hint`} className={styles.hint} aria-live="polite">
          {said}
        </p>
      )}
    </div>
  );
}

function choose(option: PickerOption | undefined): void {
  if (option && !option.disabled) option.onChoose();
}

function first(options: readonly PickerOption[]): PickerOption | undefined {
  return options.find(({ chosen, disabled }) => !chosen && !disabled) ?? options[0];
}
