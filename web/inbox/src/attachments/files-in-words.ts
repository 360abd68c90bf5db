import type { Upload } from "@shopbell/sync/uploads/upload";
import { texts } from "../texts/en.ts";
import type { MessageFile } from "./message-file.ts";

export interface FileCounts {
  readonly images: number;
  readonly videos: number;
}

/** "Photo", "2 photos", "3 photos, Video"; nothing where there is none. */
export function filesInWords({ images, videos }: FileCounts): string {
  const said = [
    images > 0 ? texts.files.photos(images) : "",
    videos > 0 ? texts.files.videos(videos) : "",
  ];
  return said.filter(Boolean).join(", ");
}

export function countsOf(
  files: readonly MessageFile[],
  uploads: readonly Upload[] = [],
): FileCounts {
  return kindsOf(
    files.map((file) =>
      file.kind === "stored"
        ? file.attachment
        : { kind: uploads.find(({ id }) => id === file.id)?.kind ?? null },
    ),
  );
}

export function kindsOf(files: readonly Pick<Upload, "kind">[]): FileCounts {
  const videos = files.filter(({ kind }) => kind === "video").length;
  return { images: files.length - videos, videos };
}
