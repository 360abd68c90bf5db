import type { StaffDraft } from "@shopbell/protocol/staff";
import { type KeyboardEvent, useRef } from "react";
import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";
import styles from "./composer-tabs.module.css";

export type Mode = StaffDraft["kind"];

interface Props {
  readonly mode: Mode;
  readonly panel: string;
  readonly onChoose: (mode: Mode) => void;
}

const MODES: readonly Mode[] = ["staff", "note"];

/** Whether what is typed goes to the customer or stays among staff. Switching carries the text along. */
export function ComposerTabs({ mode, panel, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const other = mode === "staff" ? "note" : "staff";
    onChoose(other);
    list.current?.querySelector<HTMLElement>(`[data-mode=${other}]`)?.focus();
  };
  return (
    <div
      ref={list}
      className={styles.tabs}
      role="tablist"
      tabIndex={-1}
      aria-label={texts.composer.kind}
      onKeyDown={onKeyDown}
    >
      {MODES.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          className={styles.tab}
          data-mode={each}
          aria-selected={each === mode}
          aria-controls={panel}
          tabIndex={each === mode ? 0 : -1}
          onClick={() => onChoose(each)}
        >
          {each === "note" && <Icon name="lock" size={14} />}
          {texts.composer.modes[each].tab}
        </button>
      ))}
    </div>
  );
}
