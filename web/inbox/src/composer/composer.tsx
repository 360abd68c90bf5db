import type { ConversationSummary } from "@shopbell/protocol/staff";
import { goesAlong } from "@shopbell/sync/uploads/upload";
import { type FormEvent, type KeyboardEvent, lazy, Suspense, useId, useRef, useState } from "react";
import { announce } from "../announce/announce.ts";
import { AttachButton } from "../attachments/attach-button.tsx";
import { useAddFiles } from "../attachments/use-add-files.ts";
import { usePasting } from "../attachments/use-pasting.ts";
import { useLoose } from "../attachments/use-uploads.ts";
import { useCommands } from "../commands/commands.ts";
import { Icon } from "../design/icon.tsx";
import { usePhone } from "../design/use-phone.ts";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { Collision } from "./collision.tsx";
import styles from "./composer.module.css";
import { ComposerTabs, type Mode } from "./composer-tabs.tsx";
import { ComposerTools } from "./composer-tools.tsx";
import { sends, sendsAndResolves } from "./enter.ts";
import { overLength } from "./length.ts";
import { MentionList } from "./mention-list.tsx";
import { RouteLine } from "./route-line.tsx";
import { SendMenu } from "./send-menu.tsx";
import { UnfilledLine } from "./unfilled-line.tsx";
import { useCards } from "./use-cards.tsx";
import { both } from "./use-completion.ts";
import { useDraft } from "./use-draft.ts";
import { useEmoji } from "./use-emoji.tsx";
import { useGrowing } from "./use-growing.ts";
import { useMentions } from "./use-mentions.ts";
import { useQuickReplies } from "./use-quick-replies.tsx";
import { useSendAndResolve } from "./use-send-and-resolve.ts";

const AttachmentRow = lazy(() =>
  import("../attachments/attachment-row.tsx").then((module) => ({ default: module.AttachmentRow })),
);

interface Props {
  readonly conversation: string;
  /** Undefined while the conversation is loading. */
  readonly summary: ConversationSummary | undefined;
}

/** Where a finger types, Enter is how one breaks a line. */
const touch = matchMedia("(hover: none) and (pointer: coarse)");

const NOBODY: readonly string[] = [];

export function Composer({ conversation, summary }: Props) {
  const { session, uploads } = useLive();
  const draft = useDraft(conversation);
  // Of an empty field only this page knows what it is to become.
  const [chosen, setChosen] = useState<Mode>("staff");
  const mode = draft?.kind ?? chosen;
  const text = draft?.text ?? "";
  const mentions = draft?.mentions ?? NOBODY;
  const field = useRef<HTMLTextAreaElement>(null);
  const errorId = useId();
  const panelId = useId();
  const over = overLength(text);
  const ready = summary !== undefined;
  const customer = summary?.customer;
  const resolvable = mode === "staff" && summary?.status === "unresolved" ? summary : undefined;
  const words = texts.composer.modes[mode];
  const phone = usePhone();
  const attached = useLoose(conversation);
  const addFiles = useAddFiles(conversation);
  useGrowing(field, text);
  usePasting((files) => {
    addFiles(files);
    field.current?.focus();
  });

  const write = (next: string, named = mentions) =>
    session.write(conversation, { kind: mode, text: next, mentions: named });

  const naming = useMentions({ conversation, field, text, mentions, isOn: mode === "note", write });
  const completing = { field, write };
  const quick = useQuickReplies({
    ...completing,
    conversation,
    customer,
    isOn: mode === "staff",
  });
  const emoji = useEmoji(completing);
  const aids = both(quick, emoji);
  const cards = useCards({ ...completing, conversation, isOn: mode === "staff", text });

  const choose = (next: Mode) => {
    setChosen(next);
    if (text !== "") session.write(conversation, { kind: next, text, mentions });
  };
  const begin = (next: Mode) => {
    choose(next);
    field.current?.focus();
  };
  useCommands([
    {
      id: "reply",
      group: "conversation",
      name: texts.keyboard.reply,
      icon: "mail",
      keys: "r",
      run: () => begin("staff"),
    },
    {
      id: "note",
      group: "conversation",
      name: texts.keyboard.note,
      icon: "lock",
      keys: "n",
      run: () => begin("note"),
    },
    {
      id: "product",
      group: "conversation",
      name: texts.composer.shop,
      icon: "tag",
      keys: "p",
      run: () => {
        choose("staff");
        cards.open();
      },
    },
  ]);

  /** Its id, or null when nothing was sent. */
  const send = (): string | null => {
    // Not from what was rendered: a fast typist's last letter may be newer.
    const written = session.getSnapshot().drafts.get(conversation)?.text.trim() ?? "";
    field.current?.focus();
    const ids = attached.filter(goesAlong).map(({ id }) => id);
    const nothing = written === "" && ids.length === 0 && cards.chosen.length === 0;
    if (!ready || nothing || overLength(written) > 0) return null;
    if (quick.holds(written)) return null;
    const named = naming.stillNamed();
    if (named.length !== mentions.length) write(written, named);
    setChosen(mode);
    const sent = session.send(conversation, { ids, kind: mode });
    if (sent === null) announce(texts.composer.held);
    else quick.sent(sent, written);
    return sent;
  };
  const sendAndResolve = useSendAndResolve(send);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (naming.onKeyDown(event) || aids.onKeyDown(event)) return;
    if (event.key === "Escape" && !event.nativeEvent.isComposing) leave(event.currentTarget);
    if (!sends(event.nativeEvent, !touch.matches)) return;
    event.preventDefault();
    if (resolvable && sendsAndResolves(event.nativeEvent)) sendAndResolve(resolvable);
    else send();
  };

  return (
    <>
      <form
        className={styles.composer}
        aria-label={texts.composer.label}
        data-pane=""
        data-mode={mode}
        data-invalid={over > 0 ? "" : undefined}
        onSubmit={onSubmit}
      >
        <Collision conversation={conversation} draft={draft} />
        {customer && mode === "staff" && (
          <RouteLine conversation={conversation} customer={customer} place="banner" />
        )}
        <div className={styles.top}>
          <ComposerTabs mode={mode} panel={panelId} onChoose={choose} />
          {customer && mode === "staff" && (
            <RouteLine conversation={conversation} customer={customer} place="line" />
          )}
          {mode === "note" && (
            <p className={styles.only}>
              <Icon name="lock" size={14} />
              <span className="truncate">{texts.composer.onlyStaff}</span>
            </p>
          )}
        </div>
        {quick.menu}
        <div className={styles.box} id={panelId} role="tabpanel" aria-label={words.field}>
          <MentionList naming={naming} />
          {emoji.list}
          <textarea
            {...naming.fieldProps}
            {...aids.fieldProps}
            ref={field}
            className={styles.field}
            aria-label={words.field}
            aria-invalid={over > 0 ? true : undefined}
            aria-describedby={over > 0 ? errorId : undefined}
            placeholder={phone ? words.field : words.placeholder}
            dir="auto"
            rows={1}
            value={text}
            data-pane-focus=""
            enterKeyHint={touch.matches ? "enter" : "send"}
            onChange={(event) => {
              write(event.target.value);
              naming.look();
              aids.look();
            }}
            onKeyDown={onKeyDown}
            onPaste={cards.onPaste}
          />
          {cards.parts}
          {attached.length > 0 && (
            <Suspense>
              <AttachmentRow uploads={attached} onEmpty={() => field.current?.focus()} />
            </Suspense>
          )}
          <div className={styles.bar}>
            <AttachButton onFiles={addFiles} onNear={() => void uploads.open()} />
            {mode === "staff" && <UnfilledLine text={text} field={field} />}
            {over > 0 && (
              <p id={errorId} className={styles.error} role="alert">
                <Icon name="alert" size={15} />
                {texts.composer.tooLong(over)}
              </p>
            )}
            <ComposerTools
              field={field}
              onWrite={write}
              onShop={ready && mode === "staff" ? cards.open : undefined}
              onQuickReplies={ready && mode === "staff" ? quick.open : undefined}
            />
            <div className={styles.buttons}>
              <button type="submit" className={styles.send} disabled={!ready}>
                <span>{draft?.held === "moved" ? texts.composer.sendAnyway : words.send}</span>
                <Icon name="arrow-up" size={22} />
              </button>
              {resolvable && <SendMenu onSendAndResolve={() => sendAndResolve(resolvable)} />}
            </div>
          </div>
        </div>
      </form>
      {cards.dialog}
    </>
  );
}

/** Esc goes from the field to what it answers. */
function leave(field: HTMLElement): void {
  const log = field.closest("section")?.querySelector<HTMLElement>("[role=log]");
  if (log) log.focus();
  else field.blur();
}
