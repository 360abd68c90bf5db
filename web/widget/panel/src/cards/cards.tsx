import {
  type DiscountCard,
  type ProductCard,
  readCards,
  readOrders,
} from "@shopbell/protocol/card";
import { useRef, useState } from "preact/hooks";
import { adopt } from "../adopt.ts";
import { Icon } from "../frame/icon.tsx";
import type { Said } from "../thread/lines.ts";
import styles from "./cards.css?inline";
import { leadTo } from "./lead-to.ts";
import { priceIn } from "./price.ts";
import { cardWords } from "./words.ts";

adopt(styles);

/** What a message brings of the shop, and the orders that it names. */
export function Cards({ said }: { readonly said: Said }) {
  const words = cardWords();
  const cards = readCards(said.cards);
  const orders = readOrders(said.orders);
  return (
    <>
      {cards.length > 0 && (
        <ul class="cards" aria-label={words.list}>
          {cards.map((card) => (
            <li key={card.kind + (card.kind === "product" ? card.productId : card.code)}>
              {card.kind === "product" ? <Product card={card} /> : <Discount card={card} />}
            </li>
          ))}
        </ul>
      )}
      {orders.map(({ number, url }) => {
        const lead = leadTo(url);
        return (
          lead && (
            <a key={number} class="cards-order" {...lead}>
              {words.order(number)}
            </a>
          )
        );
      })}
    </>
  );
}

function Product({ card }: { readonly card: ProductCard }) {
  const words = cardWords();
  const lead = leadTo(card.url);
  const { price, compareAtPrice, currency } = card;
  const locale = document.documentElement.lang;
  const inside = (
    <>
      <Picture url={card.imageUrl} />
      <span class="cards-words">
        <b>
          <bdi>{card.title}</bdi>
        </b>
        <span class="cards-price">
          {compareAtPrice !== null && compareAtPrice > price && (
            <s>
              <span class="unseen">{words.priceBefore} </span>
              {priceIn(locale, compareAtPrice, currency)}
            </s>
          )}
          <span>{priceIn(locale, price, currency)}</span>
        </span>
        {!card.available && <small>{words.soldOut}</small>}
        {lead && (
          <span class="cards-view">
            {words.view}
            <i aria-hidden="true" />
          </span>
        )}
      </span>
    </>
  );
  return lead ? (
    <a class="cards-card" {...lead}>
      {inside}
    </a>
  ) : (
    <span class="cards-card">{inside}</span>
  );
}

/** The name stands beside it. Whoever serves it does not learn where it is shown. */
function Picture({ url }: { readonly url: string | null }) {
  const [isBroken, setBroken] = useState(false);
  return (
    <span class="cards-picture">
      {url && /^https?:/i.test(url) && !isBroken ? (
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          onError={() => setBroken(true)}
        />
      ) : (
        <Icon name="image" size={22} />
      )}
    </span>
  );
}

function Discount({ card }: { readonly card: DiscountCard }) {
  const words = cardWords();
  const lead = leadTo(card.url);
  const code = useRef<HTMLElement>(null);
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    if (code.current) getSelection()?.selectAllChildren(code.current);
    // A frame may not always write there; the old way asks nobody.
    const written = await navigator.clipboard?.writeText(card.code).then(
      () => true,
      () => false,
    );
    setCopied(written || document.execCommand("copy"));
  }

  return (
    <span class="cards-card cards-discount">
      <span class="cards-words">
        <small>{words.code}</small>
        <b class="cards-code" ref={code}>
          <bdi>{card.code}</bdi>
        </b>
        {card.text && (
          <span>
            <bdi>{card.text}</bdi>
          </span>
        )}
        <span class="cards-actions">
          <button type="button" class="cards-button" onClick={() => void copy()}>
            {isCopied ? words.copied : words.copy}
          </button>
          {lead && (
            <a class="cards-button cards-use" {...lead}>
              {words.use}
            </a>
          )}
        </span>
      </span>
      <span class="unseen" role="status">
        {isCopied && words.copied}
      </span>
    </span>
  );
}
