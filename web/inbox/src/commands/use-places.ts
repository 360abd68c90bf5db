import type { View } from "@shopbell/protocol/staff";
import { useLocation } from "wouter";
import { messagesPath, VIEWS } from "../conversations/view.ts";
import type { IconName } from "../design/icon.tsx";
import { useLive } from "../live/live.ts";
import { seesConversations } from "../store/permissions.ts";
import { texts } from "../texts/en.ts";
import { type Command, useCommands } from "./commands.ts";

const LOOKS: { readonly [V in View]: { readonly icon: IconName; readonly keys: string } } = {
  all: { icon: "messages", keys: "g a" },
  unread: { icon: "mail", keys: "g u" },
  unresolved: { icon: "clock", keys: "g o" },
  resolved: { icon: "check", keys: "g r" },
  mine: { icon: "user", keys: "g m" },
  unassigned: { icon: "user", keys: "g n" },
  blocked: { icon: "ban", keys: "g b" },
};

/** The places one can go to from everywhere. */
export function usePlaces(): void {
  const [, navigate] = useLocation();
  const { store } = useLive();
  const places: readonly Command[] = [
    {
      id: "place.overview",
      group: "place",
      name: texts.shell.overview,
      icon: "overview",
      keys: "g i",
      run: () => navigate("/inbox"),
    },
    ...VIEWS.map(
      (view): Command => ({
        id: `view.${view}`,
        group: "place",
        name: texts.list.views[view],
        ...LOOKS[view],
        run: () => navigate(messagesPath(view)),
      }),
    ),
  ];
  useCommands(seesConversations(store) ? places : []);
}
