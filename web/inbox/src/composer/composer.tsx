import type { Customer } from "@shopbell/protocol/staff";
import { type FormEvent, type KeyboardEvent, useId, useRef } from "react";
import { Icon } from "../design/icon.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import styles from "./composer.module.css";
import { draftOf, keepDraft, useDraft } from "./drafts.ts";
import { sends } from "./enter.ts";
import { overLength } from "./length.ts";
import { RouteLine } from "./route-line.tsx";
import { useGrowing } from "./use-growing.ts";

interface Props {
  readonly conversation: string;
  /** Undefined while the conversation is loading. */
  readonly customer: Customer | undefined;
}

/** Where a finger types, Enter is how one breaks a line. */
const touch = matchMedia("(hover: none) and (pointer: coarse)");

export function Composer({ conversation, customer }: Props) {
  const { session, staff } = useLive();
  const text = useDraft(staff.id, conversation);
  const field = useRef<HTMLTextAreaElement>(null);
  const errorId = useId();
  const over = overLength(text);
  const ready = customer !== undefined;
  useGrowing(field, text);
  useShortcut("r", () => field.current?.focus());

  const send = () => {
    // Not from what was rendered: a fast typist's last letter may be newer.
    const written = draftOf(staff.id, conversation).trim();
    field.current?.focus();
    if (!ready || written === "" || overLength(written) > 0) return;
    session.send(conversation, { kind: "staff", text: written });
    keepDraft(staff.id, conversation, "");
  };

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape" && !event.nativeEvent.isComposing) leave(event.currentTarget);
    if (!sends(event.nativeEvent, !touch.matches)) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      className={styles.composer}
      aria-label={texts.composer.label}
      data-pane=""
      data-invalid={over > 0 ? "" : undefined}
      onSubmit={onSubmit}
    >
      {customer && <RouteLine conversation={conversation} customer={customer} />}
      <div className={styles.box}>
        <textarea
          ref={field}
          className={styles.field}
          aria-label={texts.composer.field}
          aria-invalid={over > 0 ? true : undefined}
          aria-describedby={over > 0 ? errorId : undefined}
          placeholder={texts.composer.placeholder}
          dir="auto"
          rows={1}
          value={text}
          data-pane-focus=""
          enterKeyHint={touch.matches ? "enter" : "send"}
          onChange={(event) => keepDraft(staff.id, conversation, event.target.value)}
          onKeyDown={onKeyDown}
        />
        <div className={styles.bar}>
          {over > 0 && (
            <p id={errorId} className={styles.error} role="alert">
              <Icon name="alert" size={15} />
              {texts.composer.tooLong(over)}
            </p>
          )}
          <button type="submit" className={styles.send} disabled={!ready}>
            <span>{texts.composer.send}</span>
            <Icon name="arrow-up" size={22} />
          </button>
        </div>
      </div>
    </form>
  );
}

/** Esc goes from the field to what it answers. */
function leave(field: HTMLElement): void {
  const log = field.closest("section")?.querySelector<HTMLElement>("[role=log]");
  if (log) log.focus();
  else field.blur();
}
