import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";

/**
 * The WAI-ARIA menu button: focus goes in when it opens and back to the opener when it closes;
 * arrows, Home, End and the first letters move; Esc, Tab and a press outside close.
 */
export function useMenu() {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const entries = entriesOf(menu.current);
    (entries.find((entry) => entry.getAttribute("aria-checked") === "true") ?? entries[0])?.focus();
    const closeOutside = (event: PointerEvent) => {
      const target = event.target;
      if (!(target instanceof Node)) return;
      if (!menu.current?.contains(target) && !opener.current?.contains(target)) setOpen(false);
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => document.removeEventListener("pointerdown", closeOutside);
  }, [open]);

  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };

  const onOpenerKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    setOpen(true);
  };

  const onMenuKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") {
      setOpen(false);
    } else {
      const next = entryFor(event.key, entriesOf(menu.current));
      if (!next) return;
      event.preventDefault();
      next.focus();
    }
  };

  return {
    open,
    /** From elsewhere than its opener, such as by a key. */
    show: () => setOpen(true),
    close,
    openerProps: {
      ref: opener,
      "aria-haspopup": "menu" as const,
      "aria-expanded": open,
      "aria-controls": open ? id : undefined,
      onClick: () => setOpen(!open),
      onKeyDown: onOpenerKeyDown,
    },
    menuProps: { ref: menu, id, onKeyDown: onMenuKeyDown },
  };
}

function entriesOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])].filter(isDrawn);
}

/** Some are only there where there is no room for a button. */
function isDrawn(entry: HTMLElement): boolean {
  return entry.checkVisibility?.() ?? true;
}

function entryFor(key: string, entries: readonly HTMLElement[]): HTMLElement | undefined {
  const at = entries.findIndex((entry) => entry.contains(document.activeElement));
  switch (key) {
    case "ArrowDown":
      return entries[(at + 1) % entries.length];
    case "ArrowUp":
      return entries.at(at <= 0 ? -1 : at - 1);
    case "Home":
      return entries[0];
    case "End":
      return entries.at(-1);
    default:
      return key.length === 1 && key !== " " ? startingWith(key, entries, at) : undefined;
  }
}

function startingWith(letter: string, entries: readonly HTMLElement[], at: number) {
  const fromNext = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
  return fromNext.find((entry) =>
    entry.textContent?.trim().toLocaleLowerCase().startsWith(letter.toLocaleLowerCase()),
  );
}
