import type { StaffNote } from "@shopbell/protocol/profile";
import type { ProfileApi } from "@shopbell/sync/profile-api";
import { failureWords } from "../handling/failure-words.ts";
import { profileTexts as texts } from "../texts/en-profile.ts";
import { showToast } from "../toast/toasts.ts";

/**
 * Removes what was read, and tells whether it is gone. Whoever takes that back writes its words anew: the server keeps nothing
 * of a note that was removed.
 */
export async function removeNote(
  api: ProfileApi,
  { id, version, text }: StaffNote,
  reread: () => void,
): Promise<boolean> {
  const outcome = await api.removeNote(id, version);
  if (outcome.kind !== "done") {
    reread();
    return false;
  }
  const undo = async () => {
    const back = await api.saveNote(crypto.randomUUID(), text, 0);
    if (back.kind === "done") return reread();
    const why = back.kind === "refused" ? texts.noteRefusals[back.code] : undefined;
    showToast({ text: [why ?? failureWords(back)] });
  };
  showToast({ text: [texts.noteRemoved], undo: () => void undo() });
  return true;
}
