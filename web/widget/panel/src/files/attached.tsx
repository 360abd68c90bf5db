import { goesAlong, loose, type Upload } from "@shopbell/sync/uploads/upload";
import { useLayoutEffect } from "preact/hooks";
import { adopt } from "../adopt.ts";
import { Icon } from "../frame/icon.tsx";
import { useSurroundings } from "../surroundings.ts";
import { useCell } from "../use-cell.ts";
import styles from "./attached.css?inline";
import { useFileWords } from "./words.ts";

adopt(styles);

export interface AttachedProps {
  /** Tells which files go with what is sent now. */
  change(going: readonly string[]): void;
  /** A message that was refused and is written anew: what went with it goes with what becomes of it. */
  readonly mended?: string | undefined;
}

/** What goes with the message that is being written: how far it has come, what is wrong, and what can be done. */
export function Attached({ change, mended }: AttachedProps) {
  const { chat } = useSurroundings();
  const words = useFileWords();
  const { uploads } = useCell(chat.files.state);
  const { thread, starting } = useCell(chat.state);
  const others = [...(thread?.outbox.entries ?? []), ...starting].filter(({ id }) => id !== mended);
  const attached = loose(uploads, "", others);
  const going = attached.filter(goesAlong).map(({ id }) => id);
  useLayoutEffect(() => change(going), [going.join()]);
  if (attached.length === 0) return null;
  return (
    <ul class="attached-row" aria-label={words.attachments}>
      {attached.map((upload) => (
        <One key={upload.id} upload={upload} />
      ))}
    </ul>
  );
}

function One({ upload }: { readonly upload: Upload }) {
  const { chat } = useSurroundings();
  const words = useFileWords();
  const { id, name, kind, preview, poster, progress } = upload;
  const picture = kind === "video" ? poster : preview;
  const problem = progress.kind === "problem" ? progress.problem : null;
  const canShrink = problem !== null && "canShrink" in problem && problem.canShrink;
  const open = chat.files.open;

  function remove(event: Event) {
    const chip = event.currentTarget instanceof Element ? event.currentTarget.closest("li") : null;
    const next = chip?.nextElementSibling ?? chip?.previousElementSibling;
    const form = chip?.closest("form");
    void open().then((opened) => opened?.remove(id));
    (next?.querySelector("button") ?? form?.querySelector("textarea"))?.focus();
  }

  return (
    <li
      class={problem ? "attached-chip attached-bad" : "attached-chip"}
      onKeyDown={(event) => {
        if (event.key === "Delete" || event.key === "Backspace") remove(event);
      }}
    >
      <span class="attached-thumb">
        {picture ? (
          <img src={picture} alt="" />
        ) : (
          <Icon name={problem ? "alert" : "image"} size={18} />
        )}
      </span>
      <span class="attached-words">
        <span dir="auto" role={problem ? "alert" : undefined}>
          {problem ? words.wrong(name, problem) : name}
        </span>
        {progress.kind === "sending" && (
          <progress
            value={progress.part}
            aria-label={words.uploading(Math.round(progress.part * 100))}
          />
        )}
        {progress.kind === "checking" && <small>{words.checking}</small>}
        {progress.kind === "there" && (
          <small>{words.kilobytes(Math.max(1, Math.round(upload.bytes / 1024)))}</small>
        )}
        {progress.kind === "retrying" && (
          <span>
            <small>{words.cutOff}</small>{" "}
            <button type="button" class="attached-action" onClick={chat.files.wake}>
              {words.tryNow}
            </button>
          </span>
        )}
        {canShrink && (
          <button
            type="button"
            class="attached-action"
            onClick={() => void open().then((opened) => opened?.shrink(id))}
          >
            {words.shrink}
          </button>
        )}
      </span>
      <button
        type="button"
        class="attached-remove"
        aria-label={words.remove(name)}
        onClick={remove}
      >
        <Icon name="cross" size={16} />
      </button>
    </li>
  );
}
