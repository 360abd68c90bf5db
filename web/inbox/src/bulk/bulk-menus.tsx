import type { BulkAction, ConversationSummary } from "@shopbell/protocol/staff";
import { useRef, useState } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { AssignMenu } from "../handling/assign-menu.tsx";
import { LabelsMenu } from "../handling/labels-menu.tsx";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { forAll, sharedLabels } from "./bulk-choice.ts";
import styles from "./bulk-menus.module.css";

type Opened = "assign" | "labels";

interface Props {
  readonly chosen: readonly ConversationSummary[];
  readonly onAct: (action: BulkAction, stays: boolean) => void;
}

/** To whom, and under which label: what has to be chosen before it can be done. */
export function BulkMenus({ chosen, onAct }: Props) {
  const { staff } = useLive();
  const [opened, setOpened] = useState<Opened | null>(null);
  const openers = {
    assign: useRef<HTMLButtonElement>(null),
    labels: useRef<HTMLButtonElement>(null),
  };
  const shared = sharedLabels(chosen);

  const close = (how: "left" | "given up") => {
    if (opened && how === "given up") openers[opened].current?.focus();
    setOpened(null);
  };
  const opener = (what: Opened) => ({
    ref: openers[what],
    "aria-haspopup": "dialog" as const,
    "aria-expanded": opened === what,
    title: texts.bulk[what],
    "aria-label": texts.bulk[what],
    onPointerDown: (event: { stopPropagation(): void }) =>
      opened === what && event.stopPropagation(),
    onClick: () => setOpened(opened === what ? null : what),
  });
  const label = (labels: readonly string[]) => {
    const added = labels.find((each) => !shared.includes(each));
    const removed = shared.find((each) => !labels.includes(each));
    if (added !== undefined) onAct({ type: "label", label: added }, true);
    if (removed !== undefined) onAct({ type: "unlabel", label: removed }, true);
  };

  return (
    <div className={styles.place}>
      <Button kind="ghost" icon {...opener("assign")}>
        <Icon name="user" />
      </Button>
      <Button kind="ghost" icon {...opener("labels")}>
        <Icon name="tag" />
      </Button>
      {opened === "assign" && (
        <AssignMenu
          {...forAll(chosen, staff)}
          keyed={false}
          onAssign={(to) => {
            setOpened(null);
            onAct({ type: "assign", to: to?.id ?? null }, false);
          }}
          onClose={close}
        />
      )}
      {opened === "labels" && (
        <LabelsMenu summary={{ labels: shared }} keyed={false} onLabel={label} onClose={close} />
      )}
    </div>
  );
}
