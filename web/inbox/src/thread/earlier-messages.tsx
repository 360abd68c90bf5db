import { Button } from "../design/button.tsx";
import { useLive, useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import styles from "./earlier-messages.module.css";

/** At the top while older messages are on their way, or could not come. */
export function EarlierMessages({ conversation }: { readonly conversation: string }) {
  const { session, hurry } = useLive();
  const load = useLiveState((state) => state.threadLoads.get(conversation)?.kind ?? "idle");
  const retry = () => {
    hurry();
    session.loadEarlier(conversation);
  };
  return (
    <p className={styles.earlier}>
      {load === "failed" ? (
        <>
          <span role="alert">{texts.thread.earlierFailed}</span>
          <Button kind="ghost" size="small" onClick={retry}>
            {texts.problem.retry}
          </Button>
        </>
      ) : (
        texts.thread.earlier
      )}
    </p>
  );
}
