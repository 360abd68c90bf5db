import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { Skeleton } from "../design/skeleton.tsx";
import { texts } from "../texts/en.ts";
import { useOnline } from "../thread/use-online.ts";
import styles from "./cart-block.module.css";
import { CartItems } from "./cart-items.tsx";
import { useCart } from "./use-cart.ts";

interface Props {
  readonly conversation: string;
  /** Where a dialog says so already. */
  readonly untitled?: boolean;
}

/** What the customer has in their cart now. It flashes once when that changes. */
export function CartBlock({ conversation, untitled = false }: Props) {
  const { cart, state, changes, again } = useCart(conversation);
  const { online } = useOnline(conversation);
  return (
    <section className={styles.block} aria-label={texts.cart.title}>
      <header>
        {!untitled && <h3>{texts.cart.title}</h3>}
        {online && <span className={styles.live}>{texts.cart.live}</span>}
        {cart && <span className={styles.count}>{texts.cart.items(cart.quantity)}</span>}
      </header>
      {state === "loading" && (
        <div role="status" aria-label={texts.cart.loading}>
          <Skeleton width="100%" height={36} />
        </div>
      )}
      {state === "failed" && (
        <div className={styles.failed}>
          <p role="alert">{texts.cart.failed}</p>
          <Button kind="secondary" onClick={again}>
            <Icon name="retry" />
            {texts.problem.retry}
          </Button>
        </div>
      )}
      {state !== "loading" && cart && cart.items.length > 0 && (
        <div key={changes} className={styles.items} data-changed={changes > 0 ? "" : undefined}>
          <CartItems cart={cart} />
        </div>
      )}
      {state === "known" && (cart?.items.length ?? 0) === 0 && (
        <p className={styles.empty}>{texts.cart.empty}</p>
      )}
    </section>
  );
}
