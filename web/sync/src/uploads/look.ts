import { type Film, lookAtFilm } from "./film.ts";
import { HEAD_BYTES, type Sort, sortOf } from "./magic.ts";
import { converted, type Drawn, shrunk, sizeOf } from "./picture.ts";
import { type FileKind, type FileProblem, MOST_BYTES, MOST_SECONDS } from "./problems.ts";

/** A file as it will be sent. */
export interface Looked {
  readonly kind: FileKind;
  readonly file: Blob;
  /** Zero where this browser cannot tell. */
  readonly width: number;
  readonly height: number;
  /** A frame to show before a video plays. */
  readonly poster: Blob | null;
}

export type Finding =
  | { readonly kind: "fits"; readonly looked: Looked }
  | { readonly kind: "problem"; readonly problem: FileProblem };

/** What a browser can see and make; a test brings its own. */
export interface Eyes {
  sizeOf(picture: Blob): Promise<{ readonly width: number; readonly height: number } | null>;
  converted(picture: Blob): Promise<Drawn | null>;
  shrunk(picture: Blob): Promise<Drawn | null>;
  film(video: Blob): Promise<Film>;
}

export const browserEyes: Eyes = { sizeOf, converted, shrunk, film: lookAtFilm };

const problem = (what: FileProblem): Finding => ({ kind: "problem", problem: what });

/** Whether a file may be sent, before anything of it is; the server decides again. */
export async function look(file: Blob, eyes: Eyes = browserEyes): Promise<Finding> {
  const sort = sortOf(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if (!sort) return problem({ kind: "wrong_type" });
  return sort.kind === "image" ? lookAtPicture(file, sort, eyes) : lookAtVideo(file, sort, eyes);
}

async function lookAtPicture(file: Blob, sort: Sort, eyes: Eyes): Promise<Finding> {
  if (sort.foreign) {
    const made = await eyes.converted(file);
    return made ? fits(made) : problem({ kind: "unreadable" });
  }
  if (file.size > MOST_BYTES) return problem(tooLarge(file, sort));
  const size = await eyes.sizeOf(file);
  const { width, height } = size ?? { width: 0, height: 0 };
  return fits({ file: typed(file, sort), width, height });
}

/** The offer that is made for an image that is too large. */
export async function fitted(file: Blob, eyes: Eyes = browserEyes): Promise<Finding> {
  const made = await eyes.shrunk(file);
  return made ? fits(made) : problem({ kind: "unreadable" });
}

async function lookAtVideo(file: Blob, sort: Sort, eyes: Eyes): Promise<Finding> {
  if (file.size > MOST_BYTES) return problem(tooLarge(file, sort));
  const { seconds, width, height, poster } = await eyes.film(file);
  if (seconds !== null && seconds > MOST_SECONDS) return problem({ kind: "too_long", seconds });
  return {
    kind: "fits",
    looked: { kind: "video", file: typed(file, sort), width, height, poster },
  };
}

function fits({ file, width, height }: Drawn): Finding {
  return { kind: "fits", looked: { kind: "image", file, width, height, poster: null } };
}

/** One that moves would stand still afterwards. */
function tooLarge(file: Blob, { kind, mediaType }: Sort): FileProblem {
  const canShrink = kind === "image" && mediaType !== "image/gif";
  return { kind: "too_large", of: kind, bytes: file.size, canShrink };
}

/** With the type that it is, whatever its name made of it: pages show it from memory by that. */
function typed(file: Blob, { mediaType }: Sort): Blob {
  return file.type === mediaType ? file : file.slice(0, file.size, mediaType);
}
