import type { PlacedOrder, PlacedOrderPage } from "@shopbell/protocol/profile";
import type { ProfileApi } from "@shopbell/sync/profile-api";
import { useEffect, useState } from "react";
import { Button } from "../design/button.tsx";
import { money, number } from "../money/format.ts";
import { profileTexts as texts } from "../texts/en-profile.ts";
import { OrderRow } from "./order-row.tsx";
import styles from "./orders-block.module.css";
import { ProfileBlock } from "./profile-block.tsx";
import type { Block } from "./use-block.ts";

interface Props {
  readonly block: Block<PlacedOrderPage>;
  readonly api: ProfileApi;
  /** Whether it is known which customer of the store they are; null while nobody has said. */
  readonly isLinked: boolean | null;
}

/** What they bought, newest first. */
export function OrdersBlock({ block, api, isLinked }: Props) {
  const page = block.value;
  const sums = page?.sums.map(({ currency, total }) => money(total, currency)).join(" + ");
  return (
    <ProfileBlock
      title={
        <>
          {texts.orders}
          {page && page.count > 0 && <span className={styles.count}>{number(page.count)}</span>}
        </>
      }
      aside={sums ? texts.inTotal(sums) : undefined}
      block={block}
      bars={["100%", "58%", "96%", "52%"]}
    >
      {(first) =>
        first.count === 0 ? (
          <p className={styles.none}>{isLinked === false ? texts.ordersUnknown : texts.noOrders}</p>
        ) : (
          <Orders first={first} api={api} />
        )
      }
    </ProfileBlock>
  );
}

function Orders({ first, api }: { readonly first: PlacedOrderPage; readonly api: ProfileApi }) {
  const [more, setMore] = useState<readonly PlacedOrder[]>([]);
  const [next, setNext] = useState(first.next);
  const [busy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  // What was loaded behind an older first page may have moved.
  useEffect(() => {
    setMore([]);
    setNext(first.next);
  }, [first]);

  const load = async () => {
    setBusy(true);
    const outcome = await api.orders(next);
    setBusy(false);
    setFailed(outcome.kind !== "done");
    if (outcome.kind !== "done") return;
    setMore((before) => [...before, ...outcome.value.orders]);
    setNext(outcome.value.next);
  };

  return (
    <>
      <ul>
        {[...first.orders, ...more].map((order) => (
          <OrderRow key={order.id} order={order} />
        ))}
      </ul>
      {hasFailed && <p role="alert">{texts.failed}</p>}
      {next !== null && (
        <Button kind="ghost" size="small" wide busy={busy} onClick={() => void load()}>
          {hasFailed ? texts.retry : texts.moreOrders}
        </Button>
      )}
    </>
  );
}
