import type { StaffName } from "@shopbell/protocol/staff";
import { Avatar } from "../design/avatar.tsx";
import { texts } from "../texts/en.ts";
import styles from "./assignee-mark.module.css";

/** Whose conversation it is: a small face, or a ring waiting for one. */
export function AssigneeMark({ assignee }: { readonly assignee: StaffName | null }) {
  if (assignee) {
    return (
      <span className={styles.mark} title={assignee.name}>
        <Avatar id={assignee.id} name={assignee.name} size="tiny" />
      </span>
    );
  }
  return (
    <span className={styles.mark} title={texts.list.unassignedTip}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="8.3" />
      </svg>
    </span>
  );
}
