import { MOST_FILES } from "@shopbell/sync/uploads/problems";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useSurroundings } from "../surroundings.ts";
import { useCell } from "../use-cell.ts";
import { partOf, useFetched } from "../use-fetched.ts";

export interface Attaching {
  /** What goes along with what is sent now. */
  readonly going: readonly string[];
  /** All that was chosen and has not been sent, and where files can be let go. */
  readonly shown: ComponentChildren;
  attach(files: FileList | undefined | null): void;
  paste(event: ClipboardEvent): void;
  /** They are on their way. */
  sent(): void;
}

const attachedPart = partOf(() => import("../files/attached.tsx"));
const dropCuePart = partOf(() => import("../files/drop-cue.tsx"));

/** Images and videos for a message: chosen, pasted or dropped anywhere on the panel. `mended` is the message that is written anew. */
export function useAttaching(mended?: string): Attaching {
  const { chat } = useSurroundings();
  const { uploads } = useCell(chat.files.state);
  const [going, setGoing] = useState<readonly string[]>([]);
  const [isOver, setOver] = useState(false);
  const Attached = useFetched(uploads.length > 0, attachedPart)?.Attached;
  const DropCue = useFetched(isOver, dropCuePart)?.DropCue;

  function attach(files: FileList | undefined | null) {
    if (!files?.length) return;
    const list = [...files];
    void chat.files.open().then((opened) => opened?.add("", list, MOST_FILES - going.length));
  }

  // A file that is let go over the panel would otherwise take its place.
  useEffect(() => {
    const drag = (event: DragEvent) => {
      const { type, dataTransfer, relatedTarget } = event;
      // Words that are dragged are the field's.
      if (!dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      // Left for another element of the panel, it has not left the panel.
      setOver(type === "dragover" || (type === "dragleave" && relatedTarget !== null));
      if (type === "drop") attach(dataTransfer.files);
    };
    const types = ["dragover", "dragleave", "drop"] as const;
    for (const type of types) addEventListener(type, drag);
    return () => {
      for (const type of types) removeEventListener(type, drag);
    };
  });

  return {
    going,
    shown: (
      <>
        {Attached && <Attached change={setGoing} mended={mended} />}
        {isOver && DropCue && <DropCue />}
      </>
    ),
    attach,
    paste({ clipboardData }) {
      // Words that have a picture of themselves along are words.
      if (!clipboardData?.getData("text/plain")) attach(clipboardData?.files);
    },
    sent: () => setGoing([]),
  };
}
