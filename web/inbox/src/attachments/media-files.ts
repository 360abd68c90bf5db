import type { Attachment } from "@shopbell/protocol/attachment";
import { staffFile } from "@shopbell/sync/uploads/addresses";
import type { Upload, UploadsState } from "@shopbell/sync/uploads/upload";
import type { MessageFile } from "./message-file.ts";

/** A file as the thread draws it. */
export interface MediaFile {
  readonly id: string;
  readonly kind: "image" | "video";
  readonly name: string;
  /** Zero where nobody knows. */
  readonly width: number;
  readonly height: number;
  /** What stands in the thread, small; null: nothing but its place. */
  readonly small: string | null;
  /** What the viewer shows. */
  readonly whole: string | null;
  readonly poster: string | null;
  readonly placeholder: string | null;
  readonly alt: string | null;
  readonly seconds: number | null;
  /** Where it can be fetched to be kept; null while it is not stored. */
  readonly download: string | null;
}

interface Place {
  readonly store: string;
  readonly conversation: string;
}

export function mediaOf(
  files: readonly MessageFile[],
  { uploads, arrived }: UploadsState,
  place: Place,
): readonly MediaFile[] {
  return files.map((file) => {
    if (file.kind === "kept") return onItsWay(file.id, uploads);
    const { id } = file.attachment;
    return stored(file.attachment, arrived.get(id) ?? previewOf(id, uploads), place);
  });
}

function previewOf(id: string, uploads: readonly Upload[]): string | null {
  return uploads.find((one) => one.id === id)?.preview ?? null;
}

function stored(file: Attachment, here: string | null, { store, conversation }: Place): MediaFile {
  const { id, kind, name, width, height, placeholder, alt, duration: seconds } = file;
  const whole = staffFile(store, conversation, id, "content");
  const small = file.thumbnail ? staffFile(store, conversation, id, "thumbnail") : whole;
  const poster = file.poster ? staffFile(store, conversation, id, "poster") : null;
  return {
    id,
    kind,
    name,
    width,
    height,
    // What was on screen before it was sent stays there.
    small: kind === "video" ? poster : (here ?? small),
    whole,
    poster,
    placeholder,
    alt,
    seconds,
    download: whole,
  };
}

function onItsWay(id: string, uploads: readonly Upload[]): MediaFile {
  const upload = uploads.find((one) => one.id === id);
  const kind = upload?.kind ?? "image";
  const preview = upload?.preview ?? null;
  const poster = upload?.poster ?? null;
  return {
    id,
    kind,
    name: upload?.name ?? "",
    width: upload?.width ?? 0,
    height: upload?.height ?? 0,
    small: kind === "video" ? poster : preview,
    whole: preview,
    poster,
    placeholder: null,
    alt: upload?.alt || null,
    seconds: null,
    download: null,
  };
}
