import { Button } from "../design/button.tsx";
import card from "../settings/card.module.css";
import { widgetTexts as texts } from "../texts/en-widget.ts";
import styles from "./widget-page.module.css";

interface Props {
  readonly origin: string;
  /** Whether mails lead there. */
  readonly main: boolean;
  readonly onMakeMain: () => void;
  /** Null for the only one, which stays. */
  readonly onRemove: (() => void) | null;
}

export function OriginRow({ origin, main, onMakeMain, onRemove }: Props) {
  return (
    <li className={card.row}>
      <div className={`${card.grow} ${styles.origin}`}>
        <bdi dir="ltr">{origin}</bdi>
        {main && <p className={card.quiet}>{texts.main}</p>}
      </div>
      <div className={styles.actions}>
        {!main && (
          <Button kind="ghost" aria-label={texts.makeMainOf(origin)} onClick={onMakeMain}>
            {texts.makeMain}
          </Button>
        )}
        {onRemove && (
          <Button kind="ghost" aria-label={texts.removeOf(origin)} onClick={onRemove}>
            {texts.remove}
          </Button>
        )}
      </div>
    </li>
  );
}
