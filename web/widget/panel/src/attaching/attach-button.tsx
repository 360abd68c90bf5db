import { acceptedBy } from "@shopbell/sync/uploads/accepted";
import { useRef } from "preact/hooks";
import { Icon } from "../frame/icon.tsx";
import { useSurroundings } from "../surroundings.ts";
import type { Attaching } from "./use-attaching.tsx";

interface AttachButtonProps extends Pick<Attaching, "attach"> {
  readonly look: string;
  /** Beside the drawing, where there is room for it. */
  readonly words?: string;
}

/** Opens the browser's own window to choose files in; on a phone that is the camera, too. */
export function AttachButton({ attach, look, words }: AttachButtonProps) {
  const { texts, touch } = useSurroundings();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={look}
        aria-label={texts.attach}
        onClick={() => input.current?.click()}
      >
        <Icon name="image" size={20} />
        {words}
      </button>
      {/* In the page: of one that is not, some browsers forget what was chosen. */}
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={acceptedBy(touch)}
        onChange={({ currentTarget }) => {
          attach(currentTarget.files);
          // The same file may be chosen again.
          currentTarget.value = "";
        }}
      />
    </>
  );
}
