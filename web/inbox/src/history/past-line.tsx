import { Link } from "wouter";
import { messagesPath, usePlace } from "../conversations/view.ts";
import { Icon } from "../design/icon.tsx";
import { historyTexts as texts } from "../texts/en-history.ts";
import type { Content, Row } from "../thread/rows.ts";
import { useNow } from "../time/clock.ts";
import { dayTitle } from "../time/format.ts";
import styles from "./past-line.module.css";

interface Props {
  readonly row: Row;
  readonly content: Extract<Content, { readonly kind: "past" | "present" | "elsewhere" }>;
}

/** The title of an earlier conversation, or where the open one begins; of one that may not be read, all there is. */
export function PastLine({ row, content }: Props) {
  const place = usePlace();
  const now = useNow();
  if (content.kind === "present") {
    return (
      <p className={styles.title} tabIndex={-1} data-message={row.key}>
        {texts.present}
      </p>
    );
  }
  if (content.kind === "past") {
    return (
      <p className={styles.title} tabIndex={-1} data-message={row.key}>
        <span>
          {texts.earlier(dayTitle(row.at, now))}{" "}
          <Link href={messagesPath(place, content.conversation)}>{texts.open}</Link>
        </span>
      </p>
    );
  }
  return (
    <p className={styles.hidden} tabIndex={-1} data-message={row.key}>
      <Icon name="lock" size={14} />
      <span dir="auto">
        {content.assignee
          ? texts.elsewhere(content.assignee.name, dayTitle(row.at, now))
          : texts.hidden}
      </span>
    </p>
  );
}
