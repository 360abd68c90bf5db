import type { Failure } from "@shopbell/sync/http";
import type { Settled } from "@shopbell/sync/retry";
import type { Confirmation } from "@shopbell/sync/shopper-page";
import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { adopt } from "../adopt.ts";
import styles from "./confirm.css?inline";
import { type ConfirmWords, confirmWords } from "./words.ts";

adopt(styles);

export interface ConfirmOptions {
  /** Until there is an answer; null when nobody waits for it. */
  show(agreed: boolean): Promise<Settled<Confirmation> | null>;
  /** The thread may be another one now. */
  confirmed(): void;
}

type Told =
  | { readonly kind: "question"; readonly email: string }
  | { readonly kind: "confirmed"; readonly email: string }
  | { readonly kind: "over" | "another" };

/**
 * Shows what a link in a mail led here with, and tells what came of it. Unless this browser gave the same address, whoever holds it is asked
 * first: a link may be somebody else's, who wants to read what is written here. Settles before they have answered.
 */
export async function confirm(options: ConfirmOptions): Promise<void> {
  const box = document.createElement("div");
  document.body.prepend(box);
  const words = confirmWords(document.documentElement.lang);
  const close = () => {
    render(null, box);
    box.remove();
  };
  const show = (told: Told | null) =>
    render(
      <Confirming told={told} words={words} agree={() => void tell(true)} close={close} />,
      box,
    );

  async function tell(agreed: boolean): Promise<void> {
    const outcome = await options.show(agreed);
    if (outcome === null) return;
    if (outcome.kind !== "done") show({ kind: reasonOf(outcome) });
    else if (outcome.value.confirmed) {
      options.confirmed();
      show({ kind: "confirmed", email: outcome.value.email });
    } else show({ kind: "question", email: outcome.value.email });
  }

  // The region is there before its words, so that a screen reader says them.
  show(null);
  await tell(false);
}

function reasonOf(failure: Failure): "over" | "another" {
  const isAnother = failure.kind === "refused" && failure.code === "confirmation_of_another";
  return isAnother ? "another" : "over";
}

interface ConfirmingProps {
  readonly told: Told | null;
  readonly words: ConfirmWords;
  agree(): void;
  close(): void;
}

function Confirming({ told, words, agree, close }: ConfirmingProps) {
  const [agreed, setAgreed] = useState(false);
  const isAsking = told?.kind === "question";
  const last = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed has gone, and with it the focus.
    if (agreed && !isAsking) last.current?.focus();
  }, [agreed, isAsking]);
  return (
    <div class="confirm">
      <div class="confirm-told" role="status">
        {told && <Words told={told} words={words} />}
      </div>
      {told && (
        <div class="confirm-buttons">
          {isAsking && (
            <button
              type="button"
              class="confirm-first"
              disabled={agreed}
              onClick={() => {
                setAgreed(true);
                agree();
              }}
            >
              {words.yes}
            </button>
          )}
          <button ref={last} type="button" onClick={close}>
            {isAsking ? words.no : words.dismiss}
          </button>
        </div>
      )}
    </div>
  );
}

function Words({ told, words }: Pick<ConfirmingProps, "words"> & { readonly told: Told }) {
  switch (told.kind) {
    case "question": {
      const [before, after] = words.question;
      return (
        <>
          <p>
            {before}
            <bdi>{told.email}</bdi>
            {after}
          </p>
          <p>{words.hint}</p>
        </>
      );
    }
    case "confirmed": {
      const [before, after] = words.confirmed;
      return (
        <p>
          {before}
          <bdi>{told.email}</bdi>
          {after}
        </p>
      );
    }
    case "over":
      return <p>{words.over}</p>;
    case "another":
      return <p>{words.another}</p>;
    default:
      told satisfies never;
      return null;
  }
}
