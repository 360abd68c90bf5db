import type { Cart, CartItem } from "@shopbell/protocol/cart";
import { useState } from "react";
import { Icon } from "../design/icon.tsx";
import { money } from "../money/format.ts";
import { useStore } from "../store/use-store.ts";
import { texts } from "../texts/en.ts";
import styles from "./cart-items.module.css";
import { ownAddress } from "./own-address.ts";

/** What is in a cart, and what it comes to. */
export function CartItems({ cart }: { readonly cart: Cart }) {
  const origins = useStore()?.origins ?? [];
  return (
    <div className={styles.cart}>
      <ul>
        {cart.items.map((item, index) => (
          <Item
            // biome-ignore lint/suspicious/noArrayIndexKey: the same product may stand in two lines.
            key={index}
            item={item}
            currency={cart.currency}
            origins={origins}
          />
        ))}
      </ul>
      <p className={styles.subtotal}>
        <span>{texts.cart.subtotal}</span>
        <span>{money(cart.subtotal, cart.currency)}</span>
      </p>
    </div>
  );
}

interface ItemProps {
  readonly item: CartItem;
  readonly currency: string;
  readonly origins: readonly string[];
}

function Item({ item, currency, origins }: ItemProps) {
  const url = ownAddress(item.url, origins);
  return (
    <li>
      <Picture address={ownAddress(item.imageUrl, origins)} />
      <div className={styles.what}>
        <p className={styles.title} dir="auto" title={item.title}>
          {url ? (
            <a href={url} target="_blank" rel="noopener noreferrer">
              {item.title}
            </a>
          ) : (
            item.title
          )}
        </p>
        {item.variant !== null && (
          <p className={styles.less} dir="auto">
            {item.variant}
          </p>
        )}
        <p className={styles.less}>{texts.cart.each(item.quantity, money(item.price, currency))}</p>
      </div>
      <span className={styles.sum}>{money(item.price * item.quantity, currency)}</span>
    </li>
  );
}

/** Of the store's own; where there is none, or it does not come, one that is drawn. The title beside it says what it is. */
function Picture({ address }: { readonly address: string | null }) {
  const [lost, setLost] = useState<string | null>(null);
  if (address === null || lost === address) {
    return (
      <span className={styles.picture}>
        <Icon name="bag" />
      </span>
    );
  }
  return (
    <img
      className={styles.picture}
      src={address}
      alt=""
      width={36}
      height={36}
      loading="lazy"
      referrerPolicy="no-referrer"
      onError={() => setLost(address)}
    />
  );
}
