import type { Outcome } from "../http.ts";
import type { Uploads } from "./upload.ts";

/** As much of the uploads as a session needs, to send what goes with its messages. */
export type MessageFiles = Pick<Uploads, "there" | "over" | "again" | "wake">;

/** Posts a message once what it takes along has arrived. */
export async function filesBefore<T>(
  files: MessageFiles | undefined,
  ids: readonly string[] | undefined,
  post: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const arrived = ids?.length && files ? await files.there(ids) : null;
  if (arrived && arrived.kind !== "done") return arrived;
  const outcome = await post();
  // Swept away after a day, perhaps: what this device still has is sent once more with the next try.
  if (outcome.kind === "refused" && outcome.code === "attachment_not_found")
    files?.again(ids ?? []);
  return outcome;
}
