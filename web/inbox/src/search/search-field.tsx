import type { View } from "@shopbell/protocol/staff";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { Keys } from "../design/keys.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { searchTexts as texts } from "../texts/en-search.ts";
import styles from "./search-field.module.css";
import { MOST_LETTERS, searchPath, useQuery } from "./search-path.ts";

const PAUSE_MS = 250;

interface Props {
  readonly view: View;
  readonly open: string | undefined;
}

/** What is typed here goes into the address once typing pauses, and is found from there. */
export function SearchField({ view, open }: Props) {
  const query = useQuery();
  const [, navigate] = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(query);
  const [shown, setShown] = useState(query);
  // The address changed by itself: back, a link, another view.
  if (query !== shown) {
    setShown(query);
    if (query !== typed.trim()) setTyped(query);
  }

  const go = (text: string) => {
    const wanted = text.trim();
    if (wanted === query) return;
    setShown(wanted);
    navigate(searchPath({ view, query: wanted, conversation: open }), {
      replace: query !== "" && wanted !== "",
    });
  };

  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    const timer = setTimeout(() => latest.current(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const clear = () => {
    setTyped("");
    go("");
    field.current?.focus();
  };

  useShortcut("/", (event) => {
    event.preventDefault();
    field.current?.focus();
    field.current?.select();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") go(typed);
    else if (event.key === "ArrowDown") focusFirstHit();
    else if (event.key === "Escape" && typed) clear();
    else if (event.key === "Escape") field.current?.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <search className={styles.search}>
      <Icon name="search" />
      <input
        ref={field}
        className={styles.input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        maxLength={MOST_LETTERS}
        aria-label={texts.label}
        aria-keyshortcuts="/"
        placeholder={texts.placeholder}
        data-search-field=""
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {typed ? (
        <Button kind="ghost" size="small" icon aria-label={texts.clear} onClick={clear}>
          <Icon name="close" size={16} />
        </Button>
      ) : (
        <span className={styles.keys} aria-hidden="true">
          <Keys keys={["/"]} />
        </span>
      )}
    </search>
  );
}

function focusFirstHit(): void {
  document.querySelector<HTMLElement>("[data-hit]")?.focus();
}
