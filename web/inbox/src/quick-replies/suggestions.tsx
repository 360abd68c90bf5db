import type { Suggestions as Found } from "@shopbell/protocol/quick-replies";
import type { Customer } from "@shopbell/protocol/staff";
import { createQuickRepliesApi } from "@shopbell/sync/quick-replies-api";
import { useEffect, useState } from "react";
import { useAddFiles } from "../attachments/use-add-files.ts";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { useLive } from "../live/live.ts";
import { quickReplyTexts as texts } from "../texts/en-quick-replies.ts";
import { filled, valuesOf } from "./fill.ts";
import { noteInserted } from "./inserted.ts";
import { askForReplies } from "./known.ts";
import { attachPicture } from "./picture.ts";
import styles from "./suggestions.module.css";
import type { Values } from "./variables.ts";

interface Props {
  readonly conversation: string;
  readonly customer: Customer;
  /** The last that was said, by the customer. */
  readonly seq: number;
  readonly onInsert: (text: string) => void;
}

/** The last message for which somebody did not want any, by conversation; for as long as the page is open. */
const dismissed = new Map<string, number>();

/** Quick replies and FAQs that fit what the customer wrote last, with the words that say so. Nothing is sent by them. */
export function Suggestions({ conversation, customer, seq, onInsert }: Props) {
  const { store, staff } = useLive();
  const [found, setFound] = useState<Found | null>(null);
  const [, setDismissed] = useState(0);
  const addFiles = useAddFiles(conversation);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for every message.
  useEffect(() => {
    let isOver = false;
    void createQuickRepliesApi(store.id)
      .suggestions(conversation)
      .then((outcome) => {
        if (!isOver && outcome.kind === "done") setFound(outcome.value);
      });
    return () => {
      isOver = true;
    };
  }, [store.id, conversation, seq]);

  /** What is suggested does not say whether a picture goes along. */
  const withPicture = async (id: string) => {
    const reply = (await askForReplies(store.id))?.find((each) => each.id === id);
    if (reply) await attachPicture(store.id, reply, addFiles);
  };

  if (!found?.seq || found.suggestions.length === 0) return null;
  if (found.seq <= (dismissed.get(conversation) ?? 0)) return null;
  const message = found.seq;
  const values = valuesOf({ customer, staff: staff.name, store: store.name });

  return (
    <section className={styles.strip} aria-label={texts.suggested}>
      <ul>
        {found.suggestions.map(({ kind, id, title, text, matched }) => (
          <li key={`${kind} ${id}`}>
            <button
              type="button"
              className={styles.suggestion}
              aria-label={texts.insert(kind, title, matched)}
              title={replyOf(kind, text, values)}
              onClick={() => {
                const reply = replyOf(kind, text, values);
                onInsert(reply);
                if (kind !== "quick_reply") return;
                noteInserted(conversation, id, reply);
                void withPicture(id);
              }}
            >
              <Icon name={kind === "faq" ? "info" : "bolt"} size={16} />
              <bdi className="truncate">{title}</bdi>
              <span className={`${styles.matched} truncate`}>{texts.matched(matched)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button
        kind="ghost"
        size="small"
        icon
        aria-label={texts.dismiss}
        onClick={() => {
          dismissed.set(conversation, message);
          setDismissed(message);
        }}
      >
        <Icon name="close" size={16} />
      </Button>
    </section>
  );
}

/** What shoppers read themselves has nothing to fill in. */
function replyOf(kind: string, text: string, values: Values): string {
  return kind === "faq" ? text : filled(text, values);
}
