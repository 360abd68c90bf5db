import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useRoute } from "wouter";
import { customerName } from "../customer/customer-name.ts";
import { Icon } from "../design/icon.tsx";
import { Keys } from "../design/keys.tsx";
import { useLive, useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import styles from "./command-palette.module.css";
import { PaletteOption } from "./palette-option.tsx";
import { keepRecent } from "./recent.ts";
import { useAsking } from "./use-asking.ts";
import { type Entry, useEntries } from "./use-entries.ts";

/** Everything one can do and everywhere one can go, by typing a part of its name. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { staff, store } = useLive();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState<string | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  useAsking(query);
  const groups = useEntries(query);
  const entries = groups.flatMap((group) => group.entries);
  const at = Math.max(
    0,
    entries.findIndex((entry) => entry.id === active),
  );
  const current = entries[at];

  useEffect(() => {
    // It brings the focus in, keeps it in, closes with Esc and gives it back.
    dialog.current?.showModal();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen one changed, so it comes into sight.
  useLayoutEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [current?.id]);

  const run = (entry: Entry) => {
    if (entry.kind === "person" || entry.command.group === "place") {
      keepRecent(staff.id, store.id, entry.id);
    }
    // The focus is back where it was before the command, which may move it, begins.
    dialog.current?.close();
    (entry.kind === "person" ? entry : entry.command).run();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setActive(entries.at((at + step) % entries.length)?.id ?? null);
    else if (event.key === "Enter" && current) run(current);
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={texts.commands.title}
      onClose={onClose}
      onPointerDown={({ target }) => target === dialog.current && dialog.current?.close()}
    >
      <div className={styles.head}>
        <Icon name="search" size={20} />
        <input
          role="combobox"
          aria-label={texts.commands.field}
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current && `${id}-${current.id}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={texts.commands.field}
          dir="auto"
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setActive(null);
          }}
          onKeyDown={onKeyDown}
        />
        <OpenConversation />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        className={styles.list}
        role="listbox"
        aria-label={texts.commands.title}
      >
        {groups.map(({ title, entries: offered }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset may not be in a listbox.
          <div key={title} role="group" aria-label={title} className={styles.group}>
            <p className={styles.title} aria-hidden="true">
              {title}
            </p>
            {offered.map((entry) => (
              <PaletteOption
                key={entry.id}
                id={`${id}-${entry.id}`}
                entry={entry}
                selected={entry === current}
                onPoint={() => setActive(entry.id)}
                onChoose={() => run(entry)}
              />
            ))}
          </div>
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {query !== "" && texts.commands.found(entries.length)}
      </p>
      <Footer />
    </dialog>
  );
}

/** Whom the commands at the top of the list are about. */
function OpenConversation() {
  const [, params] = useRoute("/inbox/messages/:conversation");
  const conversation = params?.conversation;
  const customer = useLiveState(({ inbox }) =>
    conversation ? inbox.conversations.get(conversation)?.customer : undefined,
  );
  if (!customer) return null;
  return <bdi className={`truncate ${styles.about}`}>{customerName(customer)}</bdi>;
}

function Footer() {
  return (
    <p className={styles.foot} aria-hidden="true">
      <Keys keys={["↑", "↓"]} /> {texts.commands.move}
      <Keys keys={["↵"]} /> {texts.commands.choose}
      <Keys keys={["esc"]} /> {texts.commands.close}
    </p>
  );
}
