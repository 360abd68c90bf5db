import type { LogoAnswer } from "@shopbell/protocol/email";
import type { EmailApi } from "@shopbell/sync/email-api";
import type { Outcome } from "@shopbell/sync/http";
import { fitted, look } from "@shopbell/sync/uploads/look";
import type { FileProblem } from "@shopbell/sync/uploads/problems";
import { useRef, useState } from "react";
import { Button } from "../design/button.tsx";
import { useLive } from "../live/live.ts";
import { problemText } from "../settings/problem-text.ts";
import { type Said, StatusLine } from "../settings/status-line.tsx";
import { useAnswer } from "../settings/use-answer.ts";
import { emailTexts } from "../texts/en-email.ts";
import { fileTexts } from "../texts/en-files.ts";
import styles from "./email-page.module.css";

const texts = emailTexts.logo;
const ACCEPTED = "image/png,image/jpeg,image/webp";

/** The picture that the store's mails bear, as they show it. It is saved as it is chosen. */
export function LogoCard({ api }: { readonly api: EmailApi }) {
  const { store } = useLive();
  const input = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLButtonElement>(null);
  const { answer, again } = useAnswer(api.logo);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  if (answer === null) return null;
  const logo = answer.kind === "done" ? answer.value.logo : null;

  const during = async (work: () => Promise<Outcome<LogoAnswer> | string>, done: string) => {
    setBusy(true);
    setSaid(null);
    const outcome = await work();
    if (typeof outcome === "string") setSaid({ text: outcome, wrong: true });
    else if (outcome.kind === "done") {
      await again();
      setSaid({ text: done });
    } else setSaid({ text: refused(outcome), wrong: true });
    setBusy(false);
  };

  const save = async (file: File) => {
    const picture = await small(file);
    return typeof picture === "string" ? picture : api.saveLogo(picture);
  };

  return (
    <section className={styles.card} aria-labelledby="logo">
      <h2 id="logo">{texts.title}</h2>
      <p className={styles.logo}>
        {logo && <img src={api.logoUrl(logo)} alt={texts.alt(store.name)} />}
        <bdi>{store.name}</bdi>
      </p>
      <p className={styles.quiet}>{texts.hint}</p>
      <div className={styles.actions}>
        <Button ref={chooser} kind="secondary" busy={busy} onClick={() => input.current?.click()}>
          {logo ? texts.replace : texts.choose}
        </Button>
        {logo && (
          <Button
            kind="ghost"
            busy={busy}
            onClick={() => {
              void during(api.removeLogo, texts.removed);
              chooser.current?.focus();
            }}
          >
            {texts.remove}
          </Button>
        )}
        <StatusLine said={said} />
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label={texts.choose}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void during(() => save(file), texts.saved);
          // The same file may be chosen again.
          currentTarget.value = "";
        }}
      />
    </section>
  );
}

/** Made to fit where it is too large; or what is wrong with it. */
async function small(file: File): Promise<Blob | string> {
  let found = await look(file);
  if (found.kind === "problem" && found.problem.kind === "too_large" && found.problem.canShrink) {
    found = await fitted(file);
  }
  if (found.kind === "problem") {
    return isOfImages(found.problem)
      ? fileTexts.wrong(file.name, found.problem).join(". ")
      : texts.wrongType(file.name);
  }
  return found.looked.kind === "image" ? found.looked.file : texts.wrongType(file.name);
}

/** Whether it is wrong with a picture, and not that it is none. */
function isOfImages(problem: FileProblem): boolean {
  if (problem.kind === "too_large") return problem.of === "image";
  return problem.kind !== "wrong_type" && problem.kind !== "too_long";
}

function refused(outcome: Exclude<Outcome<LogoAnswer>, { readonly kind: "done" }>): string {
  return outcome.kind === "refused"
    ? (texts.refusals[outcome.code] ?? problemText(outcome))
    : problemText(outcome);
}
