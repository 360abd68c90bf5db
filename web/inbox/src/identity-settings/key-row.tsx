import type { IdentityKey } from "@shopbell/protocol/identity";
import { Button } from "../design/button.tsx";
import card from "../settings/card.module.css";
import { agoOrDay, dayOf } from "../settings/when.ts";
import { identityTexts as texts } from "../texts/en-identity.ts";
import { settingsTexts } from "../texts/en-settings.ts";
import { useNow } from "../time/clock.ts";
import { exactTime } from "../time/format.ts";
import styles from "./identity-page.module.css";

interface Props {
  readonly identityKey: IdentityKey;
  readonly onRevoke: () => void;
}

export function KeyRow({ identityKey, onRevoke }: Props) {
  const now = useNow();
  const { id, name, algorithm, createdBy, createdAt, lastUsedAt } = identityKey;
  return (
    <li className={card.row}>
      <div className={card.grow}>
        <p className={styles.title}>
          <bdi className={card.name}>{name}</bdi>
          <span className={card.quiet}>{texts.algorithm[algorithm]}</span>
        </p>
        <p className={card.quiet}>
          {texts.kid}{" "}
          <code className={styles.kid} dir="ltr">
            {id}
          </code>
        </p>
        <p className={card.quiet}>
          <bdi>{texts.madeBy(createdBy, dayOf(createdAt))}</bdi>
          {" · "}
          <span title={lastUsedAt ? exactTime(lastUsedAt) : undefined}>
            {used(lastUsedAt, now)}
          </span>
        </p>
      </div>
      <Button kind="ghost" aria-label={texts.revokeOf(name)} onClick={onRevoke}>
        {texts.revoke}
      </Button>
    </li>
  );
}

function used(at: string | null, now: number): string {
  if (at === null) return texts.never;
  const when = agoOrDay(at, now);
  return when === settingsTexts.staff.now ? texts.usedNow : texts.used(when);
}
