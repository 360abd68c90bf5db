import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import type { Allowed } from "../notifications/this-browser.ts";
import { notificationTexts as texts } from "../texts/en-notifications.ts";
import styles from "./allow-banner.module.css";

interface Props {
  readonly here: Allowed;
  readonly onAllow: () => void;
}

/** Where the browser stands in the way. */
export function AllowBanner({ here, onAllow }: Props) {
  if (here !== "ask" && here !== "no") return null;
  const { title, text } = here === "ask" ? texts.ask : texts.blocked;
  return (
    <div className={styles.banner}>
      <Icon name="bell" size={20} />
      <p>
        <b>{title}</b>
        {text}
      </p>
      {here === "ask" && (
        <Button kind="primary" onClick={onAllow}>
          {texts.ask.allow}
        </Button>
      )}
    </div>
  );
}
