import type { DiscountLink } from "@shopbell/protocol/card";
import { createCardsApi } from "@shopbell/sync/cards-api";
import { type FormEvent, useMemo, useState } from "react";
import { Button } from "../design/button.tsx";
import { Field } from "../design/field.tsx";
import { ProblemState } from "../design/problem-state.tsx";
import { SelectField } from "../design/select-field.tsx";
import { useLive } from "../live/live.ts";
import card from "../settings/card.module.css";
import form from "../settings/dialog-form.module.css";
import { PageHead } from "../settings/page-head.tsx";
import { problemText } from "../settings/problem-text.ts";
import { type Said, StatusLine } from "../settings/status-line.tsx";
import { useAnswer } from "../settings/use-answer.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { cardTexts } from "../texts/en-cards.ts";
import styles from "./discounts-page.module.css";
import { isLinkTemplate, withCode } from "./link-template.ts";

const texts = cardTexts.settings;

/** Settings > Discount codes: how the shop applies them to a cart. */
export function DiscountsPage() {
  usePageTitle(texts.page);
  const { store } = useLive();
  const api = useMemo(() => createCardsApi(store.id), [store.id]);
  const { answer, again } = useAnswer(api.discountLink);
  if (answer === null) return null;
  if (answer.kind !== "done") return <ProblemState text={problemText(answer)} onRetry={again} />;
  return (
    <>
      <PageHead title={texts.page} intro={texts.intro} />
      <Editor settings={answer.value} onSave={api.changeDiscountLink} />
    </>
  );
}

interface Props {
  readonly settings: DiscountLink;
  readonly onSave: ReturnType<typeof createCardsApi>["changeDiscountLink"];
}

function Editor({ settings, onSave }: Props) {
  const { origins } = settings;
  const [link, setLink] = useState(settings.link ?? "");
  const [said, setSaid] = useState<Said | null>(null);
  const [isWrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const template = link.trim();
  const isGood = isLinkTemplate(template, origins);
  const platform = texts.platforms.find(
    ({ path }) => path !== null && origins.some((origin) => template === origin + path),
  );

  const choose = (name: string) => {
    const path = texts.platforms.find((each) => each.name === name)?.path;
    setLink(path ? `${origins[0] ?? ""}${path}` : "");
    setWrong(false);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaid(null);
    setWrong(template !== "" && !isGood);
    if ((template !== "" && !isGood) || busy) return;
    setBusy(true);
    const outcome = await onSave(template);
    setBusy(false);
    if (outcome.kind === "done") {
      setLink(outcome.value.link ?? "");
      setSaid({ text: outcome.value.link === null ? texts.taken : texts.saved });
    } else if (outcome.kind === "refused" && outcome.code === "discount_link_invalid") {
      setWrong(true);
    } else setSaid({ text: problemText(outcome), wrong: true });
  };

  return (
    <form className={`${card.card} ${styles.card}`} noValidate onSubmit={submit}>
      <div className={`${form.form} ${styles.form}`}>
        <SelectField
          label={texts.platform}
          name="platform"
          options={texts.platforms.map(({ name }) => name)}
          value={platform?.name ?? texts.platforms.at(-1)?.name}
          onChange={({ target }) => choose(target.value)}
        />
        <Field
          label={texts.link}
          name="link"
          dir="ltr"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          hint={isGood ? texts.example(withCode(template, "SAVE10")) : texts.linkHint}
          error={isWrong ? texts.wrong(origins) : undefined}
          value={link}
          onChange={({ target }) => {
            setLink(target.value);
            setWrong(false);
          }}
        />
        <StatusLine said={said} />
        <div className={form.actions}>
          <Button kind="primary" type="submit" busy={busy}>
            {texts.save}
          </Button>
        </div>
      </div>
    </form>
  );
}
