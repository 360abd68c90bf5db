import type { ApiKey } from "@shopbell/protocol/api-keys";
import { Button } from "../design/button.tsx";
import card from "../settings/card.module.css";
import { agoOrDay, dayOf } from "../settings/when.ts";
import { apiKeyTexts as texts } from "../texts/en-api-keys.ts";
import { settingsTexts } from "../texts/en-settings.ts";
import { useNow } from "../time/clock.ts";
import { exactTime } from "../time/format.ts";
import styles from "./key-row.module.css";

interface Props {
  readonly apiKey: ApiKey;
  readonly onRevoke: () => void;
}

export function KeyRow({ apiKey, onRevoke }: Props) {
  const now = useNow();
  const { name, ending, scopes, createdBy, createdAt, lastUsedAt } = apiKey;
  return (
    <li className={card.row}>
      <div className={card.grow}>
        <p className={styles.title}>
          <bdi className={card.name}>{name}</bdi>
          <code dir="ltr">{texts.ending(ending)}</code>
        </p>
        <p className={card.quiet}>
          {scopes.map((scope) => texts.scopes[scope]?.name ?? scope).join(", ")}
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
