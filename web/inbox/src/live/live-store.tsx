import type { Me, Membership } from "@shopbell/protocol/staff";
import { browserEnvironment, type Wake } from "@shopbell/sync/environment";
import { createStaffApi } from "@shopbell/sync/staff-api";
import { createStaffSession, type StaffSession } from "@shopbell/sync/staff-session";
import { localStorageAt } from "@shopbell/sync/storage";
import { type ReactNode, useEffect, useState } from "react";
import { sessionEnded } from "../account/account.ts";
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
  readonly hurry: () => void;
}

/** Keeps one store live for everything inside. Mount it anew (`key`) for another store. */
export function LiveStore({ staff, store, stores, chooseStore, children }: Props) {
  const [line, setLine] = useState<Line | null>(null);

  useEffect(() => {
    const opened = openLine(staff.id, store.id);
    const { session } = opened;
    const stopFollowing = session.subscribe(() => {
      const { connection } = session.getSnapshot();
      if (connection.kind === "closed" && connection.reason === "signed_out") sessionEnded();
    });
    session.start();
    setLine(opened);
    return () => {
      stopFollowing();
      session.stop();
    };
  }, [staff.id, store.id]);

  if (!line) return null;
  return (
    <LiveContext value={{ ...line, staff, store, stores, chooseStore }}>{children}</LiveContext>
  );
}

function openLine(staff: string, store: string): Line {
  const environment = browserEnvironment();
  const wakers = new Set<(why: Wake) => void>();
  const session = createStaffSession({
    api: createStaffApi(store),
    storage: localStorageAt(`shopbell.outbox.${staff}.${store}.`),
    drafts: localStorageAt(`shopbell.draft.${staff}.${store}.`),
    me: staff,
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
  return { session, hurry };
}
