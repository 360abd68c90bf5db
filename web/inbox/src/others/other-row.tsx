import type { AssignedElsewhere, StaffName } from "@shopbell/protocol/staff";
import { useRef, useState } from "react";
import { AssigneeMark } from "../conversations/assignee-mark.tsx";
import rowStyles from "../conversations/row.module.css";
import { Avatar } from "../design/avatar.tsx";
import { Button } from "../design/button.tsx";
import { AssignMenu } from "../handling/assign-menu.tsx";
import { texts } from "../texts/en.ts";
import { useNow } from "../time/clock.ts";
import { exactTime, shortAge } from "../time/format.ts";
import styles from "./other-row.module.css";
import { useReassigning } from "./use-reassigning.ts";

interface Props {
  readonly row: AssignedElsewhere;
  readonly onAssigned: () => void;
}

/** A conversation one may not read, which can be given to somebody else. */
export function OtherRow({ row, onAssigned }: Props) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const reassign = useReassigning(onAssigned);
  const now = useNow();
  const name = row.customer.name ?? row.customer.email ?? texts.thread.visitor(row.id.slice(0, 4));

  const close = (how: "left" | "given up" | "chosen") => {
    setOpen(false);
    if (how !== "left") opener.current?.focus();
  };
  const assign = (to: StaffName | null) => {
    close("chosen");
    void reassign(row, to);
  };

  return (
    <div className={rowStyles.row}>
      <Avatar id={row.id} name={name} />
      <div className={rowStyles.lines}>
        <p className={rowStyles.first}>
          <bdi className={`truncate ${rowStyles.name}`}>{name}</bdi>
          <time
            className={rowStyles.time}
            dateTime={row.lastActivityAt}
            title={exactTime(row.lastActivityAt)}
          >
            {shortAge(row.lastActivityAt, now)}
          </time>
        </p>
        <p className={`truncate ${styles.email}`}>{row.customer.name && row.customer.email}</p>
        <div className={`${rowStyles.last} ${styles.last}`}>
          <AssigneeMark assignee={row.assignee} />
          <bdi className="truncate">{row.assignee.name}</bdi>
          <Button
            ref={opener}
            kind="secondary"
            size="small"
            aria-haspopup="dialog"
            aria-expanded={open}
            aria-label={texts.others.reassignOne(name)}
            onPointerDown={(event) => open && event.stopPropagation()}
            onClick={() => setOpen(!open)}
          >
            {texts.others.reassign}
          </Button>
          {open && <AssignMenu summary={row} keyed={false} onAssign={assign} onClose={close} />}
        </div>
      </div>
    </div>
  );
}
