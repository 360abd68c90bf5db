import { staffConversation } from "@shopbell/sync/uploads/addresses";
import { createAttachmentApi } from "@shopbell/sync/uploads/attachment-api";
import { lazy, Suspense, useMemo, useState } from "react";
import { announce } from "../announce/announce.ts";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { fileTexts } from "../texts/en-files.ts";
import { timeOfDay } from "../time/format.ts";
import { mediaOf } from "./media-files.ts";
import styles from "./media-grid.module.css";
import { MOST_TILES } from "./media-place.ts";
import { MediaTile } from "./media-tile.tsx";
import type { MessageFile } from "./message-file.ts";
import { useUploads } from "./use-uploads.ts";

const MediaViewer = lazy(() =>
  import("./media-viewer.tsx").then((module) => ({ default: module.MediaViewer })),
);

interface Props {
  readonly files: readonly MessageFile[];
  readonly conversation: string;
  /** Whose they are and when they were sent: what is said of an image that nobody has described. */
  readonly author: string;
  readonly at: string;
  /** Whether the staff sent them, who can say what they show. */
  readonly own: boolean;
}

/** The images and videos of one message: one in its own shape, several as a small grid, all of them in the viewer. */
export function MediaGrid({ files, conversation, author, at, own }: Props) {
  const { store } = useLive();
  const state = useUploads((uploads) => uploads);
  const [opened, setOpened] = useState<number | null>(null);
  const media = useMemo(
    () =>
      mediaOf(files, state, { store: store.id, conversation }).map((file) => {
        const what = file.kind === "image" ? texts.files.photos(1) : texts.files.videos(1);
        const described = file.alt ?? "";
        return { ...file, described, alt: file.alt || fileTexts.by(what, author, timeOfDay(at)) };
      }),
    [files, state, store.id, conversation, author, at],
  );
  const describe = async (id: string, alt: string) => {
    const place = { conversation: (of: string) => staffConversation(store.id, of) };
    const outcome = await createAttachmentApi(place).describe(conversation, id, alt);
    if (outcome.kind !== "done") announce(fileTexts.notDescribed);
  };

  if (media.length === 0) return null;
  return (
    <>
      <div className={styles.grid} data-alone={media.length === 1 ? "" : undefined}>
        {media.slice(0, MOST_TILES).map((file, index) => (
          <MediaTile
            key={file.id}
            file={file}
            alone={media.length === 1}
            more={index === MOST_TILES - 1 ? media.length - MOST_TILES : 0}
            onOpen={() => setOpened(index)}
          />
        ))}
      </div>
      {opened !== null && (
        <Suspense>
          <MediaViewer
            media={media}
            at={opened}
            onClose={() => setOpened(null)}
            {...(own && { onDescribe: describe })}
          />
        </Suspense>
      )}
    </>
  );
}
