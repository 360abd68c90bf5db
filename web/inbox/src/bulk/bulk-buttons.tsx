import type { BulkAction } from "@shopbell/protocol/staff";
import { Button } from "../design/button.tsx";
import { Icon, type IconName } from "../design/icon.tsx";
import { useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { changes } from "./bulk-action.ts";
import { BulkMenus } from "./bulk-menus.tsx";
import { useBulk } from "./use-bulk.ts";

interface Offer {
  readonly type: "resolve" | "reopen" | "read";
  readonly icon: IconName;
}

const OFFERS: readonly Offer[] = [
  { type: "resolve", icon: "check-circle" },
  { type: "reopen", icon: "undo" },
  { type: "read", icon: "mail" },
];

interface Props {
  readonly ids: ReadonlySet<string>;
  readonly onDone: () => void;
}

/** What can be done with all the chosen ones; only what would change one of them is offered. */
export function BulkButtons({ ids, onDone }: Props) {
  const conversations = useLiveState((state) => state.inbox.conversations);
  const bulk = useBulk();
  const chosen = [...ids].flatMap((id) => conversations.get(id) ?? []);
  const act = (action: BulkAction, stays: boolean) => {
    if (!stays) onDone();
    void bulk(chosen, action);
  };
  if (chosen.length === 0) return null;
  return (
    <>
      {OFFERS.filter(({ type }) => chosen.some((each) => changes({ type }, each))).map(
        ({ type, icon }) => (
          <Button
            key={type}
            kind="ghost"
            icon
            title={texts.bulk[type]}
            aria-label={texts.bulk[type]}
            onClick={() => act({ type }, false)}
          >
            <Icon name={icon} />
          </Button>
        ),
      )}
      <BulkMenus chosen={chosen} onAct={act} />
    </>
  );
}
