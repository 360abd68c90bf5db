import { lazy, Suspense, useRef, useState } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";

const EmojiPicker = lazy(() =>
  import("./emoji-picker.tsx").then((module) => ({ default: module.EmojiPicker })),
);

/** Opens the emoji, above what it stands in. */
export function EmojiButton({ onChoose }: { readonly onChoose: (sign: string) => void }) {
  const [isPicking, setPicking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        kind="ghost"
        icon
        ref={opener}
        aria-label={texts.composer.emoji}
        aria-haspopup="dialog"
        aria-expanded={isPicking}
        data-wide=""
        // A press outside closes it, and this is one.
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => setPicking(!isPicking)}
      >
        <Icon name="smile" />
      </Button>
      {isPicking && (
        <Suspense>
          <EmojiPicker
            onChoose={(sign) => {
              setPicking(false);
              onChoose(sign);
            }}
            onClose={() => {
              setPicking(false);
              opener.current?.focus();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
