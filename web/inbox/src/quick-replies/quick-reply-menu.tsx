import type { QuickReply } from "@shopbell/protocol/quick-replies";
import type { Customer } from "@shopbell/protocol/staff";
import { quickReplyPicture } from "@shopbell/sync/quick-replies-api";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { useAddFiles } from "../attachments/use-add-files.ts";
import type { CompletionProps } from "../composer/use-completion.ts";
import { useOptions } from "../composer/use-options.ts";
import { Icon } from "../design/icon.tsx";
import { useLive } from "../live/live.ts";
import { quickReplyTexts as texts } from "../texts/en-quick-replies.ts";
import { filled, valuesOf } from "./fill.ts";
import { noteInserted } from "./inserted.ts";
import { askForReplies, knownReplies } from "./known.ts";
import { matching } from "./matching.ts";
import { attachPicture } from "./picture.ts";
import styles from "./quick-reply-menu.module.css";

interface Props extends CompletionProps {
  readonly conversation: string;
  readonly customer: Customer;
}

type Choice = { readonly reply: QuickReply } | { readonly create: string };

/** The quick replies that answer to what stands behind the /. It pushes the thread up and covers nothing. */
export function QuickReplyMenu({ begun, close, put, conversation, customer, ...rest }: Props) {
  const { store, staff } = useLive();
  const [, navigate] = useLocation();
  const [all, setAll] = useState(() => knownReplies(store.id));
  const [failed, setFailed] = useState(false);
  const addFiles = useAddFiles(conversation);

  useEffect(() => {
    let isOver = false;
    void askForReplies(store.id).then((found) => {
      if (isOver) return;
      if (found) setAll(found);
      else setFailed(true);
    });
    return () => {
      isOver = true;
    };
  }, [store.id]);

  const values = valuesOf({ customer, staff: staff.name, store: store.name });
  const found = matching(all ?? [], begun.word);
  const mayCreate = all !== null && store.permissions.includes("inbox_administration");
  const choices: readonly Choice[] =
    found.length > 0
      ? found.map((reply) => ({ reply }))
      : mayCreate
        ? [{ create: begun.word }]
        : [];

  const choose = (choice: Choice) => {
    if ("create" in choice) {
      close();
      navigate(`/inbox/settings/quick-replies/new?shortcut=${encodeURIComponent(choice.create)}`);
      return;
    }
    const text = filled(choice.reply.text, values);
    noteInserted(conversation, choice.reply.id, text);
    put(text);
    void attachPicture(store.id, choice.reply, addFiles);
  };

  const { listProps, optionProps } = useOptions({
    ...rest,
    label: texts.list,
    word: begun.word,
    items: choices,
    choose,
    first: found.length > 0 ? 0 : -1,
  });

  return (
    <div className={styles.menu}>
      <p className={found.length > 0 ? "visually-hidden" : styles.none} role="status">
        {said(all, failed, begun.word, found.length)}
      </p>
      {choices.length > 0 && (
        <div {...listProps} className={styles.list}>
          {choices.map((choice, index) =>
            "create" in choice ? (
              <div key="create" {...optionProps(choice, index)} className={styles.create}>
                <Icon name="plus" />
                {texts.create(choice.create)}
              </div>
            ) : (
              <div key={choice.reply.id} {...optionProps(choice, index)} className={styles.reply}>
                <bdi className={`${styles.title} truncate`}>{choice.reply.title}</bdi>
                <bdi className={styles.shortcut}>/{choice.reply.shortcut}</bdi>
                {choice.reply.picture && (
                  <img
                    className={styles.picture}
                    src={quickReplyPicture(store.id, choice.reply, "thumbnail")}
                    alt={texts.withPicture}
                    width={20}
                    height={20}
                  />
                )}
                <bdi className={`${styles.text} truncate`}>{filled(choice.reply.text, values)}</bdi>
              </div>
            ),
          )}
        </div>
      )}
    </div>
  );
}

function said(all: readonly QuickReply[] | null, failed: boolean, word: string, found: number) {
  if (all === null) return failed ? texts.failed : texts.loading;
  if (all.length === 0) return texts.none;
  return found === 0 ? texts.notFound(word) : texts.found(found);
}
