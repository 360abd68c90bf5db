import { placeholderBackground } from "@shopbell/protocol/placeholder";
import { type CSSProperties, useState } from "react";
import { Icon } from "../design/icon.tsx";
import { fileTexts } from "../texts/en-files.ts";
import type { MediaFile } from "./media-files.ts";
import { placeFor } from "./media-place.ts";
import styles from "./media-tile.module.css";

interface Props {
  readonly file: MediaFile & { readonly alt: string };
  readonly alone: boolean;
  /** So many others that are not drawn stand behind this one. */
  readonly more: number;
  readonly onOpen: () => void;
}

/** One image or video in the thread, in a place that is as large before it is loaded as after. */
export function MediaTile({ file, alone, more, onOpen }: Props) {
  const { kind, small, alt, placeholder } = file;
  const [failed, setFailed] = useState<string | null>(null);
  const place = placeFor(file);
  const style: CSSProperties = {
    ...(alone && { inlineSize: place.width, aspectRatio: `${place.width} / ${place.height}` }),
    ...(placeholder && { background: placeholderBackground(placeholder) }),
  };
  return (
    <button
      type="button"
      className={styles.tile}
      style={style}
      data-alone={alone ? "" : undefined}
      aria-label={fileTexts.open(alt)}
      aria-haspopup="dialog"
      onClick={onOpen}
    >
      {small && failed !== small ? (
        <img
          src={small}
          alt={alt}
          width={place.width}
          height={place.height}
          loading="lazy"
          decoding="async"
          onError={() => setFailed(small)}
        />
      ) : (
        <Icon name="image" size={22} className={styles.nothing} />
      )}
      {kind === "video" && (
        <span className={styles.play}>
          <Icon name="play" size={22} />
        </span>
      )}
      {more > 0 && <span className={styles.more}>{fileTexts.more(more)}</span>}
    </button>
  );
}
