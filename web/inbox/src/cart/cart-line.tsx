import type { CartTotal } from "@shopbell/protocol/cart";
import { Icon } from "../design/icon.tsx";
import { money } from "../money/format.ts";
import { texts } from "../texts/en.ts";
import styles from "./cart-line.module.css";

/** How much the customer has in their cart. */
export function CartLine({ cart }: { readonly cart: CartTotal }) {
  return (
    <span className={styles.line}>
      <Icon name="bag" size={14} />
      <span className="truncate">
        {texts.cart.line(money(cart.subtotal, cart.currency), cart.quantity)}
      </span>
    </span>
  );
}
