import type { Environment } from "../environment.ts";
import { type AttachmentPlace, createAttachmentApi } from "./attachment-api.ts";
import { indexedFiles } from "./file-storage.ts";
import { browserEyes } from "./look.ts";
import type { Uploads, UploadsState } from "./upload.ts";
import { createUploads } from "./uploads.ts";

interface Options {
  readonly place: AttachmentPlace;
  readonly environment: Environment;
  /** Whose files these are, among all that use this browser. */
  readonly owner: string;
  /** A name of this tab that outlives its pages. */
  readonly tab: string;
  readonly changed: (state: UploadsState) => void;
}

/** Uploads with everything that a browser brings along; worth a file of its own, fetched when the first one is chosen. */
export function openUploads({ place, environment, owner, tab, changed }: Options): Uploads {
  return createUploads({
    api: createAttachmentApi(place),
    storage: indexedFiles("shopbell.files"),
    environment,
    eyes: browserEyes,
    owner,
    tab,
    addresses: {
      of: (file) => URL.createObjectURL(file),
      release: (address) => URL.revokeObjectURL(address),
    },
    changed,
  });
}
