import type { CartTotal } from "@shopbell/protocol/cart";
import { lazy, Suspense, useState } from "react";
import { Icon } from "../design/icon.tsx";
import { money } from "../money/format.ts";
import { texts } from "../texts/en.ts";
import styles from "./cart-line.module.css";

const CartDialog = lazy(() =>
  import("./cart-dialog.tsx").then((module) => ({ default: module.CartDialog })),
);

interface Props {
  readonly conversation: string;
  readonly cart: CartTotal | undefined;
}

/** How much the customer has in their cart, and the way to what it is. */
export function CartLine({ conversation, cart }: Props) {
  const [open, setOpen] = useState(false);
  const line = cart && texts.cart.line(money(cart.subtotal, cart.currency), cart.quantity);
  return (
    <>
      {line && (
        <button
          type="button"
          className={styles.line}
          aria-haspopup="dialog"
          aria-label={texts.cart.open(line)}
          onClick={() => setOpen(true)}
        >
          <Icon name="bag" size={14} />
          <span className="truncate">{line}</span>
        </button>
      )}
      {open && (
        <Suspense fallback={null}>
          <CartDialog conversation={conversation} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
