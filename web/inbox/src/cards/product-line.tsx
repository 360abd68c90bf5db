import type { ProductCard } from "@shopbell/protocol/card";
import { useState } from "react";
import { Icon } from "../design/icon.tsx";
import { money } from "../money/format.ts";
import { cardTexts as texts } from "../texts/en-cards.ts";
import { webAddress } from "./names.ts";
import styles from "./product-line.module.css";

type Shown = Omit<ProductCard, "kind" | "productId">;

/** A product with its picture, its name and what it costs. */
export function ProductLine({ product }: { readonly product: Shown }) {
  const { title, price, compareAtPrice, currency, available } = product;
  const before = compareAtPrice !== null && compareAtPrice > price ? compareAtPrice : null;
  return (
    <span className={styles.product}>
      <Picture url={product.imageUrl} />
      <span className={styles.words}>
        <b dir="auto">{title}</b>
        <span className={styles.price}>
          {before !== null && (
            <s>
              <span className="visually-hidden">{texts.priceBefore}</span>
              {money(before, currency)}
            </s>
          )}
          <span>{money(price, currency)}</span>
          {!available && <em>{texts.soldOut}</em>}
        </span>
      </span>
    </span>
  );
}

/** Its name stands beside it. Whoever serves it does not learn where it is shown. */
function Picture({ url }: { readonly url: string | null }) {
  const [isBroken, setBroken] = useState(false);
  const address = webAddress(url);
  return (
    <span className={styles.picture}>
      {address && !isBroken ? (
        <img
          src={address}
          alt=""
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setBroken(true)}
        />
      ) : (
        <Icon name="tag" size={20} />
      )}
    </span>
  );
}
