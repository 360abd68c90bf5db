import type { Me, Membership } from "@shopbell/protocol/staff";
import { browserEnvironment, type Wake } from "@shopbell/sync/environment";
import { createStaffApi } from "@shopbell/sync/staff-api";
import { createStaffSession, type StaffSession } from "@shopbell/sync/staff-session";
import type { StaffState } from "@shopbell/sync/staff-state";
import { localStorageAt } from "@shopbell/sync/storage";
import { staffConversation } from "@shopbell/sync/uploads/addresses";
import { createUploadDoor, type UploadDoor } from "@shopbell/sync/uploads/upload-door";
import { type ReactNode, useEffect, useState } from "react";
import { refreshRights, sessionEnded } from "../account/account.ts";
import { mayHaveLeftFiles, nameThisTab } from "../attachments/this-tab.ts";
import { seesConversations } from "../store/permissions.ts";
import { LiveContext } from "./live.ts";

interface Props {
  readonly staff: Me["staff"];
  readonly store: Membership;
  readonly stores: readonly Membership[];
  readonly chooseStore: (id: string) => void;
  readonly children: ReactNode;
}

interface Line {
  readonly session: StaffSession;
  readonly uploads: UploadDoor;
  readonly hurry: () => void;
}

/** Keeps one store live for everything inside. Mount it anew (`key`) for another store. */
export function LiveStore({ staff, store, stores, chooseStore, children }: Props) {
  const [line, setLine] = useState<Line | null>(null);
  const talks = seesConversations(store);

  useEffect(() => {
    const opened = openLine(staff.id, store.id);
    const { session, uploads } = opened;
    let rights: string | null = null;
    const stopFollowing = session.subscribe(() => {
      const state = session.getSnapshot();
      const { connection } = state;
      if (connection.kind === "closed" && connection.reason === "signed_out") sessionEnded();
      const now = rightsOf(state);
      if (now === null || now === rights) return;
      if (rights !== null) void refreshRights(store.id);
      rights = now;
    });
    // Whoever sees no conversations hears of none.
    if (talks) session.start();
    if (talks && mayHaveLeftFiles()) void uploads.open();
    setLine(opened);
    const stopTelling = talks ? tellingOf(store.id, session) : null;
    return () => {
      stopTelling?.();
      stopFollowing();
      session.stop();
      uploads.stop();
    };
  }, [staff.id, store.id, talks]);

  if (!line) return null;
  return (
    <LiveContext value={{ ...line, staff, store, stores, chooseStore }}>{children}</LiveContext>
  );
}

/** Not needed for anything on screen, so it is asked for when that is there. */
function tellingOf(store: string, session: StaffSession): () => void {
  let stop: (() => void) | null = null;
  let over = false;
  void import("../notifications/telling.ts").then(({ startTelling }) => {
    if (!over) stop = startTelling(store, session);
  });
  return () => {
    over = true;
    stop?.();
  };
}

/** The epoch names the rights everything was read with; without any there is nothing to read, but a reason. */
function rightsOf({ connection, failure, inbox }: StaffState): string | null {
  if (connection.kind === "closed") return connection.reason;
  if (failure?.kind === "refused") return failure.code;
  return inbox.position?.epoch ?? null;
}

function openLine(staff: string, store: string): Line {
  const environment = browserEnvironment();
  const wakers = new Set<(why: Wake) => void>();
  const uploads = createUploadDoor(async (changed) => {
    const { openUploads } = await import("@shopbell/sync/uploads/browser-uploads");
    const place = { conversation: (id: string) => staffConversation(store, id) };
    const owner = `inbox.${staff}.${store}`;
    return openUploads({ place, environment, owner, tab: nameThisTab(), changed });
  });
  const session = createStaffSession({
    api: createStaffApi(store),
    storage: localStorageAt(`shopbell.outbox.${staff}.${store}.`),
    drafts: localStorageAt(`shopbell.draft.${staff}.${store}.`),
    me: staff,
    files: uploads,
    environment: {
      ...environment,
      onWake(woken) {
        wakers.add(woken);
        const stop = environment.onWake(woken);
        return () => {
          wakers.delete(woken);
          stop();
        };
      },
    },
  });
  const hurry = () => {
    for (const woken of wakers) woken("online");
  };
  return { session, uploads, hurry };
}
