import { MOST_FILES } from "@shopbell/sync/uploads/problems";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../frame/icon.tsx";
import { IconButton } from "../frame/icon-button.tsx";
import { useSurroundings } from "../surroundings.ts";
import { useCell } from "../use-cell.ts";
import { partOf, useFetched } from "../use-fetched.ts";
import style from "./composer.module.css";
import { lengthOf, MESSAGE_LIMIT } from "./length.ts";

export interface ComposerProps {
  send(text: string, files: readonly string[]): void;
}

const attachedPart = partOf(() => import("../files/attached.tsx"));

/** Where the shopper writes. */
export function Composer({ send }: ComposerProps) {
  const { texts, times, touch, draft, chat } = useSurroundings();
  const [text, setText] = useState(draft.read());
  const field = useRef<HTMLTextAreaElement>(null);
  const { uploads } = useCell(chat.files.state);
  const [going, setGoing] = useState<readonly string[]>([]);
  const Attached = useFetched(uploads.length > 0, attachedPart)?.Attached;
  const length = lengthOf(text.trim());
  const isTooLong = length > MESSAGE_LIMIT;
  const canSend = (length > 0 || going.length > 0) && !isTooLong;

  // It grows with what is written; browsers that can do so by style alone need no help.
  useLayoutEffect(() => {
    const area = field.current;
    if (!area || CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  }, [text]);

  function write(next: string) {
    setText(next);
    draft.write(next);
    if (next) chat.type();
  }

  function trySend() {
    if (!canSend) return;
    send(text.trim(), going);
    setGoing([]);
    write("");
  }

  function attach(files: FileList | undefined | null) {
    if (!files?.length) return;
    const list = [...files];
    void chat.files.open().then((opened) => opened?.add("", list, MOST_FILES - going.length));
  }

  /** On a phone that is the camera, too. */
  function choose() {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.accept = "image/*,video/*";
    input.onchange = () => attach(input.files);
    input.click();
  }

  // A file that is let go over the panel would otherwise take its place.
  useEffect(() => {
    const drop = (event: DragEvent) => {
      event.preventDefault();
      attach(event.dataTransfer?.files);
    };
    addEventListener("dragover", drop);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", drop);
      removeEventListener("drop", drop);
    };
  });

  function keyDown(event: KeyboardEvent) {
    // Enter that ends a composition of Japanese or Chinese only ends that. 229: how Safari tells.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key !== "Enter" || event.shiftKey || event.altKey || touch) return;
    event.preventDefault();
    trySend();
  }

  return (
    <form
      class={style.composer}
      onSubmit={(event) => {
        event.preventDefault();
        trySend();
      }}
    >
      {isTooLong && (
        <p id="composer-problem" class={style.problem} role="status">
          {texts.messageTooLong(times.number(length), times.number(MESSAGE_LIMIT))}
        </p>
      )}
      {Attached && <Attached change={setGoing} />}
      <div class={style.box}>
        <textarea
          ref={field}
          class={style.field}
          rows={1}
          // An empty field is the page's: its placeholder stands where the text will.
          {...(text ? { dir: "auto" as const } : {})}
          value={text}
          placeholder={texts.writeAMessage}
          aria-label={texts.writeAMessage}
          aria-invalid={isTooLong}
          aria-describedby="composer-problem"
          enterkeyhint={touch ? "enter" : "send"}
          data-first={!touch}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={keyDown}
          onPaste={({ clipboardData }) => {
            // Words that have a picture of themselves along are words.
            if (!clipboardData?.getData("text/plain")) attach(clipboardData?.files);
          }}
        />
        <IconButton name="image" size={20} label={texts.attach} press={choose} />
        <button
          type="submit"
          class={canSend ? `${style.send} ${style.ready}` : style.send}
          aria-label={texts.send}
          aria-disabled={!canSend}
          // Focus stays in the field, and a phone's keyboard open.
          onPointerDown={(event) => event.preventDefault()}
        >
          <Icon name="up" size={20} stroke={2} />
        </button>
      </div>
    </form>
  );
}
