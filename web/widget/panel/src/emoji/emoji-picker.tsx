import { ALL, type Emoji, found, withCode } from "@shopbell/protocol/emoji";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { adopt } from "../adopt.ts";
import styles from "./emoji-picker.css?inline";
import { emojiWords } from "./words.ts";

adopt(styles);

export interface EmojiPickerProps {
  /** Fingers, no mouse. */
  readonly touch: boolean;
  choose(sign: string): void;
  close(): void;
}

interface Section {
  readonly title: string;
  readonly emoji: readonly Emoji[];
  /** The place of its first one among all. */
  readonly from: number;
}

const COLUMNS = 8;
const MOST_FOUND = 80;

/** The emoji that a code stands for which ends a text, and how long the code is. */
export function signOf(text: string): readonly [sign: string | undefined, length: number] {
  const [, code = ""] = /(?:^|[\s(]):([\w+-]+):$/.exec(text) ?? [];
  return [withCode(code.toLowerCase())?.sign, code.length + 2];
}

/**
 * All emoji, in groups or as far as they are found. The focus stays where it is; arrows go through them. Of those that have no name in
 * the language of the panel a screen reader says its own.
 */
export function EmojiPicker({ touch, choose, close }: EmojiPickerProps) {
  const words = emojiWords();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const sections = useMemo(() => sectionsOf(query.trim()), [query]);
  const all = sections.flatMap(({ emoji }) => emoji);
  const active = all[at] ? { "aria-activedescendant": `emoji-${at}` } : {};

  useLayoutEffect(() => {
    // The keyboard of a phone would cover them.
    const first = touch ? "[role=listbox]" : "input, [role=listbox]";
    box.current?.querySelector<HTMLElement>(first)?.focus();
  }, []);

  useEffect(() => {
    const closeOutside = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box.current?.contains(target)) close();
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => document.removeEventListener("pointerdown", closeOutside);
  }, [close]);

  function goTo(place: number) {
    const next = Math.min(all.length - 1, Math.max(0, place));
    setAt(next);
    document.getElementById(`emoji-${next}`)?.scrollIntoView?.({ block: "nearest" });
  }

  function keyDown(event: KeyboardEvent) {
    if (event.isComposing) return;
    const forwards = document.documentElement.dir === "rtl" ? -1 : 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: forwards,
      ArrowLeft: -forwards,
      ArrowDown: COLUMNS,
      ArrowUp: -COLUMNS,
    };
    const step = steps[event.key];
    const chosen = all[at];
    if (step !== undefined) goTo(at + step);
    else if (event.key === "Enter" && chosen) choose(chosen.sign);
    else if (event.key === "Escape" || event.key === "Tab") close();
    else return;
    event.preventDefault();
    // Esc closes this, and not the chat behind it.
    event.stopPropagation();
  }

  return (
    <div ref={box} role="dialog" aria-label={words.picker} class="emoji-picker" onKeyDown={keyDown}>
      {words.search && (
        <input
          type="text"
          role="combobox"
          aria-label={words.search}
          aria-expanded={all.length > 0}
          aria-controls="emoji-all"
          aria-autocomplete="list"
          {...active}
          placeholder={words.search}
          autoComplete="off"
          enterkeyhint="done"
          value={query}
          onInput={({ currentTarget }) => {
            setQuery(currentTarget.value);
            setAt(0);
          }}
        />
      )}
      <div
        id="emoji-all"
        role="listbox"
        aria-label={words.picker}
        class="emoji-all"
        tabIndex={0}
        {...active}
      >
        {sections.map(({ title, emoji, from }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset.
          <div key={title} role="group" aria-label={title}>
            <p aria-hidden="true">{title}</p>
            <div class="emoji-grid">
              {emoji.map(({ sign, name }, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the whole picker.
                <div
                  key={sign}
                  id={`emoji-${from + index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={from + index === at}
                  {...(words.search ? { "aria-label": name, title: name } : {})}
                  onClick={() => choose(sign)}
                >
                  {sign}
                </div>
              ))}
            </div>
          </div>
        ))}
      </div>
      {words.search && (
        <p role="status" class={all.length > 0 ? "unseen" : "emoji-none"}>
          {all.length > 0 ? all[at]?.name : words.none}
        </p>
      )}
    </div>
  );
}

function sectionsOf(wanted: string): readonly Section[] {
  const { picker, groups } = emojiWords();
  const parts: (readonly [string, readonly Emoji[]])[] = wanted
    ? [[picker, found(wanted).slice(0, MOST_FOUND)]]
    : Object.entries(groups).map(
        ([group, title]) => [title, ALL.filter((each) => each.group === Number(group))] as const,
      );
  let from = 0;
  return parts
    .filter(([, emoji]) => emoji.length > 0)
    .map(([title, emoji]) => {
      const section = { title, emoji, from };
      from += emoji.length;
      return section;
    });
}
