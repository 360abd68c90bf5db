import type { Card, DiscountCard, ProductCard } from "@shopbell/protocol/card";
import { keyOf } from "@shopbell/sync/desk";
import { announce } from "../announce/announce.ts";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { cardTexts as texts } from "../texts/en-cards.ts";
import styles from "./message-cards.module.css";
import { webAddress } from "./names.ts";
import { ProductLine } from "./product-line.tsx";

/** What an answer brings of the shop, as it was when it was sent. */
export function MessageCards({ cards }: { readonly cards: readonly Card[] }) {
  return (
    <ul className={styles.cards} aria-label={texts.list}>
      {cards.map((card) => (
        <li key={keyOf(card)} className={styles.card}>
          {card.kind === "product" ? <Product card={card} /> : <Discount card={card} />}
        </li>
      ))}
    </ul>
  );
}

function Product({ card }: { readonly card: ProductCard }) {
  const href = webAddress(card.url);
  return href ? (
    <a href={href} target="_blank" rel="noopener noreferrer">
      <ProductLine product={card} />
    </a>
  ) : (
    <ProductLine product={card} />
  );
}

function Discount({ card }: { readonly card: DiscountCard }) {
  const href = webAddress(card.url);
  const copy = async () => {
    // Absent where the page is not served over https; the code stands there to be selected.
    const refused = await navigator.clipboard?.writeText(card.code).catch(() => true);
    if (refused !== true) announce(texts.copied);
  };
  return (
    <span className={styles.discount}>
      <Icon name="tag" />
      <span className={styles.words}>
        <bdi className={styles.code}>{card.code}</bdi>
        {card.text && <span dir="auto">{card.text}</span>}
        {href && (
          <a href={href} target="_blank" rel="noopener noreferrer" dir="ltr">
            {new URL(href).host}
          </a>
        )}
      </span>
      {navigator.clipboard && (
        <Button kind="ghost" icon aria-label={texts.copy} onClick={copy}>
          <Icon name="copy" />
        </Button>
      )}
    </span>
  );
}
