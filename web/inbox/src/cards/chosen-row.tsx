import type { Card } from "@shopbell/protocol/card";
import { keyOf } from "@shopbell/sync/desk";
import { type KeyboardEvent, useRef } from "react";
import { announce } from "../announce/announce.ts";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { cardTexts as texts } from "../texts/en-cards.ts";
import styles from "./chosen-row.module.css";
import { nameOf } from "./names.ts";
import { ProductLine } from "./product-line.tsx";

interface Props {
  readonly cards: readonly Card[];
  readonly onChange: (cards: readonly Card[]) => void;
  /** Where the focus goes when the last one is removed. */
  readonly onEmpty: () => void;
}

/** What of the shop goes with the reply, above the buttons. Delete removes the one that has the focus. */
export function ChosenRow({ cards, onChange, onEmpty }: Props) {
  const list = useRef<HTMLUListElement>(null);

  const remove = (card: Card) => {
    const at = cards.indexOf(card);
    onChange(cards.filter((each) => each !== card));
    announce(texts.removed(nameOf(card)));
    if (cards.length === 1) onEmpty();
    else list.current?.querySelectorAll<HTMLElement>("li")[at === 0 ? 1 : at - 1]?.focus();
  };

  const onKeyDown = (event: KeyboardEvent, card: Card) => {
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    event.preventDefault();
    remove(card);
  };

  return (
    <ul ref={list} className={styles.row} aria-label={texts.chosen}>
      {cards.map((card) => (
        <li
          key={keyOf(card)}
          className={styles.chip}
          tabIndex={-1}
          onKeyDown={(event) => onKeyDown(event, card)}
        >
          {card.kind === "product" ? (
            <ProductLine product={card} />
          ) : (
            <span className={styles.code}>
              <Icon name="tag" />
              <span>
                <bdi>{card.code}</bdi>
                {card.text && <span dir="auto">{card.text}</span>}
              </span>
            </span>
          )}
          <Button
            kind="ghost"
            icon
            aria-label={texts.remove(nameOf(card))}
            onClick={() => remove(card)}
          >
            <Icon name="close" size={16} />
          </Button>
        </li>
      ))}
    </ul>
  );
}
