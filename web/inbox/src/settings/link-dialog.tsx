import type { Invitation } from "@shopbell/protocol/team";
import { useEffect, useRef, useState } from "react";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Icon } from "../design/icon.tsx";
import { settingsTexts } from "../texts/en-settings.ts";
import styles from "./dialog-form.module.css";
import { problemText } from "./problem-text.ts";
import type { Team } from "./team.ts";
import { dayOf } from "./when.ts";

const texts = settingsTexts.link;

interface Props {
  readonly team: Team;
  readonly invitation: Invitation;
  readonly onClose: () => void;
}

/** Makes a new link and shows it this once: the server keeps only what it needs to know it again. */
export function LinkDialog({ team, invitation, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  const [link, setLink] = useState<string | null>(null);
  const [until, setUntil] = useState(invitation.expiresAt);
  const [problem, setProblem] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    // Each asking ends the link before, so it is asked for once.
    if (asked.current) return;
    asked.current = true;
    void team.api.copyLink(invitation.id).then((outcome) => {
      if (outcome.kind === "done") {
        setLink(outcome.value.link);
        setUntil(outcome.value.invitation.expiresAt);
        void team.changed(null);
      } else setProblem(problemText(outcome));
    });
  }, [team, invitation.id]);

  const copy = async () => {
    if (link === null) return;
    field.current?.select();
    // Absent where the page is not served over https; the link can still be selected.
    await navigator.clipboard?.writeText(link);
    setCopied(true);
  };

  return (
    <Dialog ref={dialog} title={texts.title} onClose={onClose}>
      <div className={styles.form}>
        <p className={styles.text}>{texts.for(invitation.email)}</p>
        {problem && (
          <p className={styles.problem} role="alert">
            <Icon name="alert" size={16} />
            {problem}
          </p>
        )}
        {link !== null && (
          <>
            <input
              ref={field}
              className={styles.link}
              aria-label={texts.label}
              readOnly
              // It comes when the dialog is open already.
              autoFocus
              dir="ltr"
              onFocus={({ target }) => target.select()}
              value={link}
            />
            <p className={styles.text}>{settingsTexts.staff.worksUntil(dayOf(until))}</p>
            {navigator.clipboard && (
              <div className={styles.actions}>
                <Button kind="primary" onClick={copy}>
                  <Icon name={copied ? "check" : "copy"} />
                  {copied ? texts.copied : texts.copy}
                </Button>
              </div>
            )}
          </>
        )}
        <span className="visually-hidden" role="status">
          {copied && texts.copied}
        </span>
      </div>
    </Dialog>
  );
}
