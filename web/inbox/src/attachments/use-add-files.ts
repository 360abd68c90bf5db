import { MOST_FILES } from "@shopbell/sync/uploads/problems";
import { goesAlong, loose } from "@shopbell/sync/uploads/upload";
import { announce } from "../announce/announce.ts";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";

/** Attaches files to the reply that is being written in a conversation. */
export function useAddFiles(conversation: string): (files: readonly File[]) => void {
  const { session, uploads } = useLive();
  return (files) => {
    if (files.length === 0) return;
    void uploads.open().then((opened) => {
      if (!opened) return announce(texts.files.unavailable);
      const { entries } = session.getSnapshot().outbox;
      const attached = loose(uploads.state.get().uploads, conversation, entries).filter(goesAlong);
      opened.add(conversation, files, MOST_FILES - attached.length);
    });
  };
}
