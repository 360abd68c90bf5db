import { type Cell, createCell } from "../cell.ts";
import { type Outcome, UNREACHED } from "../http.ts";
import type { Uploads, UploadsState } from "./upload.ts";

/** The uploads of one person, whose code is fetched when the first file is met. */
export interface UploadDoor extends Pick<Uploads, "there" | "over" | "again" | "wake" | "stop"> {
  readonly state: Pick<Cell<UploadsState>, "get" | "subscribe">;
  /** Null: the code could not be fetched. */
  open(): Promise<Uploads | null>;
}

export function createUploadDoor(
  fetchCode: (changed: (state: UploadsState) => void) => Promise<Uploads>,
): UploadDoor {
  const state = createCell<UploadsState>({ uploads: [], arrived: new Map() });
  let opening: Promise<Uploads | null> | undefined;

  async function fetched(): Promise<Uploads | null> {
    try {
      const uploads = await fetchCode((next) => state.set(next));
      await uploads.start();
      return uploads;
    } catch {
      // Perhaps next time.
      opening = undefined;
      return null;
    }
  }

  function open(): Promise<Uploads | null> {
    opening ??= fetched();
    return opening;
  }

  return {
    state,
    open,
    there: async (ids): Promise<Outcome<unknown>> => (await open())?.there(ids) ?? UNREACHED,
    over: (ids, isAtServer) => void open().then((uploads) => uploads?.over(ids, isAtServer)),
    again: (ids) => void open().then((uploads) => uploads?.again(ids)),
    wake: () => void opening?.then((uploads) => uploads?.wake()),
    stop: () => void opening?.then((uploads) => uploads?.stop()),
  };
}
