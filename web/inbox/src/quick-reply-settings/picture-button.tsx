import { useRef } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { quickReplySettingsTexts } from "../texts/en-quick-reply-settings.ts";

const texts = quickReplySettingsTexts.editor;

/** Opens the browser's own window to choose a picture in. */
export function PictureButton({ onChoose }: { readonly onChoose: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        kind="ghost"
        icon
        aria-label={texts.addPicture}
        onClick={() => input.current?.click()}
      >
        <Icon name="image" />
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        aria-label={texts.addPicture}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onChoose(file);
          // The same file may be chosen again.
          currentTarget.value = "";
        }}
      />
    </>
  );
}
