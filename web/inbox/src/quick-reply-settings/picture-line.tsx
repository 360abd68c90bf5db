import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { quickReplySettingsTexts } from "../texts/en-quick-reply-settings.ts";
import styles from "./picture-line.module.css";

const texts = quickReplySettingsTexts.editor;

interface Props {
  readonly src: string;
  readonly name: string;
  readonly onRemove: () => void;
}

/** The picture that goes along, under the text. */
export function PictureLine({ src, name, onRemove }: Props) {
  return (
    <div className={styles.line}>
      <img src={src} alt="" width={40} height={40} />
      <bdi className="truncate">{name}</bdi>
      <Button
        kind="ghost"
        size="small"
        icon
        aria-label={texts.removePicture(name)}
        onClick={onRemove}
      >
        <Icon name="close" size={16} />
      </Button>
    </div>
  );
}
