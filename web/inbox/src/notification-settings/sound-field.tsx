import type { Sound } from "@shopbell/protocol/notification";
import { useId, useState } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { play } from "../notifications/sounds.ts";
import { notificationTexts as texts } from "../texts/en-notifications.ts";
import styles from "./notifications-page.module.css";

interface Props {
  readonly sound: Sound;
  readonly onChange: (sound: Sound) => void;
}

const SOUNDS: readonly Sound[] = ["none", "knock", "bell", "chime"];

/** What is heard when a customer writes. */
export function SoundField({ sound, onChange }: Props) {
  const id = useId();
  const [silent, setSilent] = useState(false);
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <h2>
          <label htmlFor={id}>{texts.sound.label}</label>
        </h2>
        {sound !== "none" && (
          <Button kind="ghost" size="small" onClick={async () => setSilent(!(await play(sound)))}>
            <Icon name="volume" size={16} />
            {texts.sound.play}
          </Button>
        )}
      </div>
      <div className={styles.choice}>
        <select
          id={id}
          aria-describedby={`${id}-hint`}
          value={sound}
          onChange={({ target }) => {
            const chosen = SOUNDS.find((each) => each === target.value);
            if (chosen) onChange(chosen);
          }}
        >
          {SOUNDS.map((each) => (
            <option key={each} value={each}>
              {texts.sound.names[each]}
            </option>
          ))}
        </select>
        <Icon name="down" size={16} />
      </div>
      <p id={`${id}-hint`}>{texts.sound.hint}</p>
      {silent && (
        <p className={styles.wrong} role="alert">
          {texts.sound.silent}
        </p>
      )}
    </div>
  );
}
