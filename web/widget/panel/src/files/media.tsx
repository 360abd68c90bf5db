import type { Attachment } from "@shopbell/protocol/attachment";
import { placeholderBackground } from "@shopbell/protocol/placeholder";
import { type Part, shopperFile } from "@shopbell/sync/uploads/addresses";
import type { Upload } from "@shopbell/sync/uploads/upload";
import { useState } from "preact/hooks";
import { adopt } from "../adopt.ts";
import type { Chat } from "../chat/chat.ts";
import { Icon } from "../frame/icon.tsx";
import { useSurroundings } from "../surroundings.ts";
import type { Said } from "../thread/lines.ts";
import { useCell } from "../use-cell.ts";
import styles from "./media.css?inline";
import { Viewer } from "./viewer.tsx";
import { useFileWords } from "./words.ts";

adopt(styles);

/** An image or video as the panel draws it. */
export interface Shown {
  readonly id: string;
  readonly kind: "image" | "video";
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly small: string | null;
  readonly whole: string | null;
  readonly poster: string | null;
  readonly alt: string;
  /** Its placeholder. */
  readonly colours: string | null;
  readonly isStored: boolean;
}

export interface MediaProps {
  readonly said: Said;
  /** Whose message it is, for what nobody has described. */
  readonly who: string;
}

/** More are shown in the viewer alone. */
const MOST = 4;

/** The images and videos of one message. */
export function Media({ said, who }: MediaProps) {
  const { texts, times, settings, chat } = useSurroundings();
  const words = useFileWords();
  const { uploads, arrived } = useCell(chat.files.state);
  const viewer = useCell(chat.state).thread?.viewer ?? null;
  const [opened, setOpened] = useState<number | null>(null);

  const addressOf = (id: string, part: Part) =>
    viewer && shopperFile(settings.key, viewer, id, part);
  const shown = said.files.map((file): Shown => {
    const one =
      typeof file === "string"
        ? kept(uploads.find(({ id }) => id === file))
        : stored(file, arrived.get(file.id) ?? null, addressOf);
    const what = texts[one.kind === "image" ? "photos" : "videos"](1);
    const time = times.clock(said.at);
    const alt = one.alt || (said.own ? words.yours(what, time) : words.by(what, who, time));
    return { ...one, alt };
  });
  const reason = said.refusal ? words.refused(said.refusal) : null;

  return (
    <>
      <div class={shown.length > 1 ? "media-grid" : "media-alone"}>
        {shown.slice(0, MOST).map((one, index) => (
          <Tile
            key={one.id}
            shown={one}
            alone={shown.length === 1}
            more={index === MOST - 1 ? shown.length - MOST : 0}
            viewer={viewer}
            open={() => setOpened(index)}
          />
        ))}
      </div>
      {reason && (
        <span class="media-reason">
          {reason}{" "}
          <button type="button" class="media-discard" onClick={() => chat.discard(said.key)}>
            {words.discard}
          </button>
        </span>
      )}
      {opened !== null && <Viewer shown={shown} first={opened} close={() => setOpened(null)} />}
    </>
  );
}

function stored(
  file: Attachment,
  here: string | null,
  addressOf: (id: string, part: Part) => string | null,
): Shown {
  const { id, kind, name, width, height } = file;
  const poster = file.poster ? addressOf(id, "poster") : null;
  const small = here ?? addressOf(id, file.thumbnail ? "thumbnail" : "content");
  const alt = file.alt ?? "";
  const whole = addressOf(id, "content");
  return {
    id,
    kind,
    name,
    width,
    height,
    small: kind === "video" ? poster : small,
    whole,
    poster,
    alt,
    colours: file.placeholder,
    isStored: true,
  };
}

function kept(upload: Upload | undefined): Shown {
  const { id = "", name = "", width = 0, height = 0 } = upload ?? {};
  const kind = upload?.kind ?? "image";
  const whole = upload?.preview ?? null;
  const poster = upload?.poster ?? null;
  const small = kind === "video" ? poster : whole;
  const none = { alt: "", colours: null, isStored: false };
  return { id, kind, name, width, height, small, whole, poster, ...none };
}

const MOST_WIDE = 240;
const MOST_HIGH = 280;
const LEAST = 88;

const renewed = new Set<string>();

/** A viewer has another name every day. Where a file is not to be had, the present one is asked for, once. */
function renew(chat: Chat, viewer: string): void {
  if (renewed.has(viewer)) return;
  renewed.add(viewer);
  chat.reload();
}

interface TileProps {
  readonly shown: Shown;
  readonly alone: boolean;
  readonly more: number;
  readonly viewer: string | null;
  open(): void;
}

/** As large before it is loaded as after. */
function Tile({ shown, alone, more, viewer, open }: TileProps) {
  const { chat } = useSurroundings();
  const words = useFileWords();
  const { kind, small, alt, isStored } = shown;
  const [failed, setFailed] = useState("");
  const scale = Math.min(1, MOST_WIDE / (shown.width || 1), MOST_HIGH / (shown.height || 1));
  const width = shown.width ? Math.max(LEAST, Math.round(shown.width * scale)) : 180;
  const height = shown.height ? Math.max(LEAST, Math.round(shown.height * scale)) : 135;
  return (
    <button
      type="button"
      class="media-tile"
      style={{
        ...(alone ? { width: `${width}px`, aspectRatio: `${width} / ${height}` } : {}),
        ...(shown.colours ? { background: placeholderBackground(shown.colours) } : {}),
      }}
      aria-label={words.open(alt)}
      aria-haspopup="dialog"
      onClick={open}
    >
      {small && failed !== small ? (
        <img
          src={small}
          alt={alt}
          width={width}
          height={height}
          loading="lazy"
          decoding="async"
          onError={() => {
            setFailed(small);
            if (isStored && viewer) renew(chat, viewer);
          }}
        />
      ) : (
        <Icon name="image" size={22} />
      )}
      {kind === "video" && <span class="media-play" />}
      {more > 0 && <span class="media-more">+{more}</span>}
    </button>
  );
}
