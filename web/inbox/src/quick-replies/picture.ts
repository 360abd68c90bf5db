import type { QuickReply } from "@shopbell/protocol/quick-replies";
import { quickReplyPicture } from "@shopbell/sync/quick-replies-api";
import { announce } from "../announce/announce.ts";
import { quickReplyTexts as texts } from "../texts/en-quick-replies.ts";

type AddFiles = (files: readonly File[]) => void;

/** Attaches what goes along with a quick reply to the answer it was inserted into. */
export async function attachPicture(
  store: string,
  reply: Pick<QuickReply, "id" | "picture">,
  addFiles: AddFiles,
): Promise<void> {
  if (!reply.picture) return;
  try {
    const answer = await fetch(quickReplyPicture(store, reply, "content"));
    if (!answer.ok) throw new Error(answer.statusText);
    const bytes = await answer.blob();
    addFiles([new File([bytes], reply.picture.name, { type: bytes.type })]);
  } catch {
    announce(texts.pictureFailed);
  }
}
