import type { Connection } from "@shopbell/sync/connection";
import { useEffect, useState } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";
import styles from "./connection-banner.module.css";
import { useLive, useLiveState } from "./live.ts";

/** A blink of the network is not worth a banner. */
const PATIENCE_MS = 1_500;

/** Says that nothing arrives, and that nothing is lost. */
export function ConnectionBanner() {
  const { hurry } = useLive();
  const away = useAway();
  const ending = useLiveState(({ connection }) =>
    connection.kind === "closed" ? connection.reason : null,
  );
  return (
    <div role="status">
      {(ending === "not_understood" || ending === "not_found") && (
        <Banner
          title={texts.connection[ending]}
          action={texts.connection.reload}
          onAction={() => window.location.reload()}
        />
      )}
      {away && (
        <Banner
          title={texts.connection.reconnecting}
          text={texts.connection.kept}
          action={texts.connection.retry}
          onAction={hurry}
        />
      )}
    </div>
  );
}

/** Whether what is on screen may be behind the truth, for longer than a blink. */
export function useAway(): boolean {
  const since = useLiveState(({ connection }) => awaySince(connection));
  const [noticed, setNoticed] = useState<number | null>(null);
  useEffect(() => {
    if (since === null) {
      setNoticed(null);
      return;
    }
    const left = since + PATIENCE_MS - Date.now();
    const timer = setTimeout(() => setNoticed(since), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [since]);
  return since !== null && noticed !== null;
}

function awaySince(connection: Connection): number | null {
  return connection.kind === "reconnecting" ? connection.since : null;
}

interface BannerProps {
  readonly title: string;
  readonly text?: string;
  readonly action: string;
  readonly onAction: () => void;
}

function Banner({ title, text, action, onAction }: BannerProps) {
  return (
    <div className={styles.banner}>
      <Icon name="offline" />
      <p>
        <b>{title}</b> {text}
      </p>
      <Button kind="ghost" size="small" onClick={onAction}>
        {action}
      </Button>
    </div>
  );
}
