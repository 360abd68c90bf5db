import { Button } from "../design/button.tsx";
import { texts } from "../texts/en.ts";
import styles from "./earlier-messages.module.css";

interface Props {
  readonly hasFailed: boolean;
  readonly onRetry: () => void;
}

/** At the top while older messages are on their way, or could not come. */
export function EarlierMessages({ hasFailed, onRetry }: Props) {
  return (
    <p className={styles.earlier}>
      {hasFailed ? (
        <>
          <span role="alert">{texts.thread.earlierFailed}</span>
          <Button kind="ghost" size="small" onClick={onRetry}>
            {texts.problem.retry}
          </Button>
        </>
      ) : (
        texts.thread.earlier
      )}
    </p>
  );
}
