import { ALL, type Emoji, found } from "@shopbell/protocol/emoji";
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { emojiTexts as texts } from "../texts/en-emoji.ts";
import styles from "./emoji-picker.module.css";
import { noteUsed, recentlyUsed } from "./recent.ts";

interface Props {
  readonly onChoose: (sign: string) => void;
  readonly onClose: () => void;
}

interface Section {
  readonly title: string;
  readonly emoji: readonly Emoji[];
  /** The place of its first one among all. */
  readonly from: number;
}

const COLUMNS = 8;
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: COLUMNS,
  ArrowUp: -COLUMNS,
};

/** All emoji, in groups or as far as they are found. The focus stays in the search field; arrows go through them. */
export function EmojiPicker({ onChoose, onClose }: Props) {
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [recent] = useState(recentlyUsed);
  const wanted = useDeferredValue(query.trim());
  const sections = sectionsOf(wanted, recent);
  const all = sections.flatMap(({ emoji }) => emoji);
  const optionId = (place: number) => `${id}-${place}`;

  useEffect(() => {
    const closeOutside = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box.current?.contains(target)) onClose();
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => document.removeEventListener("pointerdown", closeOutside);
  }, [onClose]);

  const choose = ({ sign }: Emoji) => {
    noteUsed(sign);
    onChoose(sign);
  };

  const goTo = (place: number) => {
    setAt(place);
    document.getElementById(optionId(place))?.scrollIntoView?.({ block: "nearest" });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const chosen = all[at];
    if (event.nativeEvent.isComposing) return;
    if (step !== undefined) goTo(Math.min(all.length - 1, Math.max(0, at + step)));
    else if (event.key === "Enter" && chosen) choose(chosen);
    else if (event.key === "Escape" || event.key === "Tab") onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={box} role="dialog" aria-label={texts.picker} className={styles.picker}>
      <input
        type="text"
        role="combobox"
        aria-label={texts.search}
        aria-expanded={all.length > 0}
        aria-controls={`${id}-all`}
        aria-autocomplete="list"
        aria-activedescendant={all[at] ? optionId(at) : undefined}
        placeholder={texts.search}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: whoever opens it goes on typing.
        autoFocus
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-all`} role="listbox" aria-label={texts.list} className={styles.all}>
        {sections.map(({ title, emoji, from }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset.
          <div key={title} role="group" aria-label={title} className={styles.section}>
            <p aria-hidden="true">{title}</p>
            <div className={styles.grid}>
              {emoji.map((each, index) => (
                <div
                  key={each.sign}
                  id={optionId(from + index)}
                  role="option"
                  tabIndex={-1}
                  aria-label={each.name}
                  aria-selected={from + index === at}
                  title={each.name}
                  className={styles.emoji}
                  onPointerDown={(event) => {
                    event.preventDefault();
                    choose(each);
                  }}
                >
                  {each.sign}
                </div>
              ))}
            </div>
          </div>
        ))}
      </div>
      <p role="status" className={all.length > 0 ? "visually-hidden" : styles.none}>
        {all.length === 0 ? texts.none : all[at]?.name}
      </p>
    </div>
  );
}

function sectionsOf(wanted: string, recent: readonly Emoji[]): readonly Section[] {
  const parts: (readonly [string, readonly Emoji[]])[] = wanted
    ? [[texts.list, found(wanted).slice(0, 80)]]
    : [
        [texts.recent, recent],
        ...Object.entries(texts.groups).map(
          ([group, title]) => [title, ALL.filter((each) => each.group === Number(group))] as const,
        ),
      ];
  let from = 0;
  return parts
    .filter(([, emoji]) => emoji.length > 0)
    .map(([title, emoji]) => {
      const section = { title, emoji, from };
      from += emoji.length;
      return section;
    });
}
