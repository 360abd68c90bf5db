/** A file may have this many bytes: 1 MB. */
export const MOST_BYTES = 1_048_576;
/** As long as a video may be; what an encoder adds to a minute is no reason to refuse. */
export const MOST_SECONDS = 60.25;
/** As many go with one message. */
export const MOST_FILES = 10;

export type FileKind = "image" | "video";

/** Why a file does not go; each app has its own words for it. */
export type FileProblem =
  | {
      readonly kind: "too_large";
      readonly of: FileKind;
      readonly bytes: number;
      readonly canShrink: boolean;
    }
  | { readonly kind: "too_long"; readonly seconds: number }
  | { readonly kind: "wrong_type" }
  /** An image of a kind that has to be turned into another first, which this browser cannot. */
  | { readonly kind: "unreadable" }
  | { readonly kind: "too_many" }
  /** The server did not take it. */
  | { readonly kind: "refused"; readonly code: string; readonly canShrink: boolean };

/** Megabytes to one place; what is over a limit never looks as if it were not. */
export function megabytes(bytes: number): number {
  return Math.ceil((bytes / MOST_BYTES) * 10) / 10;
}
