import type { Card } from "@shopbell/protocol/card";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Dialog } from "../design/dialog.tsx";
import { cardTexts as texts } from "../texts/en-cards.ts";
import { DiscountForm } from "./discount-form.tsx";
import { ProductSearch } from "./product-search.tsx";
import styles from "./shop-dialog.module.css";

interface Props {
  readonly onAdd: (card: Card) => void;
  readonly onClose: () => void;
}

const KINDS = ["products", "discount"] as const;

/** Chooses a product of the shop, or writes a discount code, to send along. */
export function ShopDialog({ onAdd, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const tabs = useRef<HTMLDivElement>(null);
  const panelId = useId();
  const [kind, setKind] = useState<(typeof KINDS)[number]>("products");

  const add = (card: Card) => {
    dialog.current?.close();
    onAdd(card);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const other = kind === "products" ? "discount" : "products";
    setKind(other);
    tabs.current?.querySelector<HTMLElement>(`[data-kind=${other}]`)?.focus();
  };

  return (
    <Dialog ref={dialog} title={texts.title} onClose={onClose}>
      <div
        ref={tabs}
        className={styles.tabs}
        role="tablist"
        tabIndex={-1}
        aria-label={texts.kinds}
        onKeyDown={onKeyDown}
      >
        {KINDS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            className={styles.tab}
            data-kind={each}
            aria-selected={each === kind}
            aria-controls={panelId}
            tabIndex={each === kind ? 0 : -1}
            onClick={() => setKind(each)}
          >
            {texts[each]}
          </button>
        ))}
      </div>
      <div id={panelId} role="tabpanel" aria-label={texts[kind]}>
        {kind === "products" ? (
          <ProductSearch onChoose={add} />
        ) : (
          <DiscountForm onAdd={add} onCancel={() => dialog.current?.close()} />
        )}
      </div>
    </Dialog>
  );
}
