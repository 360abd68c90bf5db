import type { ConversationSummary } from "@shopbell/protocol/staff";
import { lazy, type RefObject, Suspense, useRef, useState } from "react";
import { useCommands } from "../commands/commands.ts";
import { customerName, firstName } from "../customer/customer-name.ts";
import { Avatar } from "../design/avatar.tsx";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { AssignMenu } from "./assign-menu.tsx";
import styles from "./handling-buttons.module.css";
import { handlingCommands, type Opened } from "./handling-commands.ts";
import { LabelsMenu } from "./labels-menu.tsx";
import { MoreMenu } from "./more-menu.tsx";
import { mayAssign } from "./rights.ts";
import { type Handling, useHandling } from "./use-handling.ts";

const BlockDialog = lazy(() =>
  import("./block-dialog.tsx").then((module) => ({ default: module.BlockDialog })),
);
const ExportDialog = lazy(() =>
  import("./export-dialog.tsx").then((module) => ({ default: module.ExportDialog })),
);

/** What can be done with the open conversation, at the end of its header; and by keys. */
export function HandlingButtons({ summary }: { readonly summary: ConversationSummary }) {
  const { staff, store } = useLive();
  const handling = useHandling(summary);
  const [opened, setOpened] = useState<Opened | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const assign = useRef<HTMLButtonElement>(null);
  const assignable = mayAssign(summary, staff, store);
  /** What had the focus when the labels were opened: by their key, from anywhere. */
  const labelled = useRef<HTMLElement | null>(null);
  const open = (what: Opened) => {
    const focused = document.activeElement;
    const isSomewhere = focused instanceof HTMLElement && focused !== document.body;
    labelled.current = isSomewhere ? focused : null;
    setOpened(what);
  };
  const commands = handlingCommands(summary, handling, { me: staff, store }, open);
  useCommands(commands);

  const close = (how: "left" | "given up" | "chosen") => {
    setOpened(null);
    if (how !== "left") openerOf(place, assign)?.focus();
  };
  const closeLabels = (how: "left" | "given up") => {
    setOpened(null);
    if (how !== "left") (labelled.current ?? moreOf(place))?.focus();
  };

  const resolved = summary.status === "resolved";
  // The two with a field are there at once: what is typed after their key must not be taken for keys.
  return (
    <div ref={place} className={styles.buttons}>
      {assignable && (
        <button
          ref={assign}
          type="button"
          className={styles.assignee}
          aria-haspopup="listbox"
          aria-expanded={opened === "assign"}
          onPointerDown={(event) => opened === "assign" && event.stopPropagation()}
          onClick={() => setOpened(opened === "assign" ? null : "assign")}
        >
          <Assignee summary={summary} />
          <Icon name="down" size={16} />
        </button>
      )}
      {!summary.blocked && !summary.continued && (
        <StatusButton resolved={resolved} handling={handling} />
      )}
      <MoreMenu commands={commands} />
      {opened === "assign" && (
        <AssignMenu
          summary={summary}
          onClose={close}
          onAssign={(to) => {
            close("chosen");
            void handling.assign(to);
          }}
        />
      )}
      {opened === "labels" && (
        <LabelsMenu summary={summary} onClose={closeLabels} onLabel={handling.label} />
      )}
      <Suspense>
        {opened === "block" && (
          <BlockDialog
            name={customerName(summary.customer)}
            onBlock={handling.block}
            onClose={() => setOpened(null)}
          />
        )}
        {opened === "export" && (
          <ExportDialog conversation={summary.id} onClose={() => setOpened(null)} />
        )}
      </Suspense>
    </div>
  );
}

interface StatusProps {
  readonly resolved: boolean;
  readonly handling: Handling;
}

function StatusButton({ resolved, handling }: StatusProps) {
  return (
    <div className={styles.status}>
      <Button
        kind="secondary"
        aria-label={resolved ? texts.handling.reopen : texts.handling.resolve}
        onClick={resolved ? handling.reopen : handling.resolve}
      >
        <Icon name={resolved ? "undo" : "check"} />
        <Icon name={resolved ? "undo" : "check-circle"} size={22} />
        <span>{resolved ? texts.handling.reopen : texts.handling.resolve}</span>
      </Button>
    </div>
  );
}

function Assignee({ summary: { assignee } }: { readonly summary: ConversationSummary }) {
  if (!assignee) {
    return (
      <>
        <Icon name="unassigned" size={20} />
        <span className={styles.name}>{texts.handling.assign}</span>
      </>
    );
  }
  return (
    <>
      <Avatar id={assignee.id} name={assignee.name} size="tiny" />
      <span className="visually-hidden">{texts.handling.assignee(assignee.name)}</span>
      <bdi className={`truncate ${styles.name}`} aria-hidden="true">
        {firstName(assignee.name)}
      </bdi>
    </>
  );
}

/** Where the focus goes back to: what opened the menu, which on a phone is the other one. */
function openerOf(
  place: RefObject<HTMLElement | null>,
  assign: RefObject<HTMLElement | null>,
): HTMLElement | null | undefined {
  const isShown = (assign.current?.getClientRects().length ?? 0) > 0;
  return isShown ? assign.current : moreOf(place);
}

function moreOf(place: RefObject<HTMLElement | null>): HTMLElement | null | undefined {
  return place.current?.querySelector<HTMLElement>("[aria-haspopup=menu]");
}
