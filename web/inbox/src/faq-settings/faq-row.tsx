import type { Faq } from "@shopbell/protocol/faqs";
import { Link } from "wouter";
import styles from "../settings/items/item-row.module.css";
import { OrderHandle, OrderMenu, type Sorting } from "../settings/items/order-controls.tsx";
import { faqSettingsTexts as texts } from "../texts/en-faq-settings.ts";
import { useUnsaved } from "./drafts.ts";
import { languageName } from "./languages.ts";
import { faqPath } from "./paths.ts";

interface Props {
  readonly faq: Faq;
  readonly isOpen: boolean;
  /** Where there are several. */
  readonly namesLanguage: boolean;
  readonly sorting: Sorting;
  readonly onShow: (shown: boolean) => void;
}

export function FaqRow({ faq, isOpen, namesLanguage, sorting, onShow }: Props) {
  const isUnsaved = useUnsaved().has(faq.id);
  return (
    <li className={styles.row} data-lifted={sorting.isLifted ? "" : undefined}>
      <OrderHandle title={faq.question} sorting={sorting} />
      <Link
        href={faqPath(faq.id)}
        className={styles.link}
        aria-current={isOpen ? "true" : undefined}
      >
        <bdi className={`${styles.title} truncate`}>{faq.question}</bdi>
        <span className={styles.end}>
          {isUnsaved && texts.notSaved}
          {namesLanguage && <span className={styles.shortcut}>{languageName(faq.language)}</span>}
        </span>
        <bdi className={`${styles.text} truncate`}>{faq.answer}</bdi>
      </Link>
      <OrderMenu title={faq.question} sorting={sorting} />
      <input
        type="checkbox"
        role="switch"
        className={styles.switch}
        aria-label={texts.show(faq.question)}
        checked={faq.shown}
        aria-checked={faq.shown}
        onChange={({ target }) => onShow(target.checked)}
      />
    </li>
  );
}
