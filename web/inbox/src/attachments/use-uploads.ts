import { loose, type Upload, type UploadsState } from "@shopbell/sync/uploads/upload";
import { useMemo, useSyncExternalStore } from "react";
import { useLive, useLiveState } from "../live/live.ts";

/** A part of what is on its way to the server. `select` must return the same value while its part is the same. */
export function useUploads<T>(select: (state: UploadsState) => T): T {
  const { uploads } = useLive();
  return useSyncExternalStore(uploads.state.subscribe, () => select(uploads.state.get()));
}

/** What is attached in the composer of a conversation, and not sent. */
export function useLoose(conversation: string): readonly Upload[] {
  const uploads = useUploads((state) => state.uploads);
  const entries = useLiveState((state) => state.outbox.entries);
  return useMemo(() => loose(uploads, conversation, entries), [uploads, conversation, entries]);
}
