import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";
import { momentOf } from "../time/format.ts";
import styles from "./late-mail.module.css";
import { useMailStanding } from "./mail-standing.ts";

/** Says, without alarm, that the mail server has not taken mail for a while, and that none is lost. */
export function LateMail() {
  const { waiting, since, reason } = useMailStanding();
  return (
    <div role="status">
      {since !== null && waiting > 0 && (
        <p className={styles.late}>
          <Icon name="mail" size={14} />
          <span>
            {texts.mail.late(waiting, momentOf(since, Date.now()))}
            {reason !== null && ` ${texts.mail.lateBecause(reason)}`}
          </span>
        </p>
      )}
    </div>
  );
}
