import type { EmailSettings } from "@shopbell/protocol/email";
import { useRef } from "react";
import { Button } from "../design/button.tsx";
import { emailTexts as texts } from "../texts/en-email.ts";
import { exactTime } from "../time/format.ts";
import styles from "./email-page.module.css";

interface Props {
  readonly settings: EmailSettings;
  readonly busy: boolean;
  readonly onUse: (version: number, done: string) => void;
}

/** By what mail goes now, and the ways to have it otherwise. */
export function UsedCard({ settings, busy, onUse }: Props) {
  const { saved, used, earlier, installation } = settings;
  const card = useRef<HTMLElement>(null);
  const isWaiting = saved !== null && used !== "saved";

  const use = (version: number, done: string) => {
    onUse(version, done);
    // The button goes when it is done.
    card.current?.focus();
  };

  return (
    <section ref={card} className={styles.card} tabIndex={-1}>
      <div>
        <p>
          <bdi>{sentence(settings)}</bdi>
        </p>
        {used === "saved" && <Tested at={saved?.workedAt ?? null} />}
      </div>
      <div className={styles.actions}>
        {isWaiting && (
          <Button kind="secondary" busy={busy} onClick={() => use(saved.version, texts.nowUsed)}>
            {texts.useAnyway}
          </Button>
        )}
        {earlier !== null && (
          <Button kind="secondary" busy={busy} onClick={() => use(earlier.version, texts.backUsed)}>
            {texts.goBack}
          </Button>
        )}
        {installation.from !== null && (used === "saved" || used === "earlier") && (
          <Button kind="ghost" busy={busy} onClick={() => use(0, texts.installationUsed)}>
            {texts.useInstallation}
          </Button>
        )}
      </div>
    </section>
  );
}

function sentence({ saved, used, earlier, installation }: EmailSettings): string {
  const from = used === "earlier" ? earlier?.fromAddress : installation.from;
  if (used === "saved") return texts.used.saved(saved?.fromAddress ?? "");
  if (saved === null)
    return installation.from === null
      ? texts.used.nothing
      : texts.used.installation(installation.from);
  return from ? texts.used.waiting(from) : texts.used.waitingForFirst;
}

function Tested({ at }: { readonly at: string | null }) {
  return (
    <p className={styles.quiet}>
      {at === null ? texts.used.savedNever : texts.used.savedWorked(exactTime(at))}
    </p>
  );
}
