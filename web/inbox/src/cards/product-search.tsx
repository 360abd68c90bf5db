import type { Card, FoundProduct } from "@shopbell/protocol/card";
import { type KeyboardEvent, useId, useState } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { Skeleton } from "../design/skeleton.tsx";
import { useLate } from "../design/use-late.ts";
import { cardTexts as texts } from "../texts/en-cards.ts";
import { cardOf } from "./names.ts";
import { ProductLine } from "./product-line.tsx";
import styles from "./product-search.module.css";
import { useFoundProducts } from "./use-found-products.ts";

/** Finds a product by words of its name. The focus stays in the field; arrows move, Enter chooses. */
export function ProductSearch({ onChoose }: { readonly onChoose: (card: Card) => void }) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [pointed, setAt] = useState(0);
  const { phase, products, typed: foundBy, again } = useFoundProducts(typed.trim());
  // There may be fewer by now.
  const at = Math.max(0, Math.min(pointed, products.length - 1));
  const isWaiting = phase === "searching" && products.length === 0;
  const isLate = useLate(isWaiting);

  const point = (next: number) => {
    if (products.length === 0) return;
    const place = (next + products.length) % products.length;
    setAt(place);
    document.getElementById(`${id}-${place}`)?.scrollIntoView({ block: "nearest" });
  };

  const choose = (product: FoundProduct | undefined) => {
    if (product) onChoose(cardOf(product));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") point(at + 1);
    else if (event.key === "ArrowUp") point(at - 1);
    else if (event.key === "Home") point(0);
    else if (event.key === "End") point(products.length - 1);
    // Not what was found by other words.
    else if (event.key === "Enter") choose(phase === "found" ? products[at] : undefined);
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.search}>
      <label className={styles.find}>
        <Icon name="search" size={16} />
        <input
          role="combobox"
          aria-label={texts.search}
          aria-expanded={products.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={products.length > 0 ? `${id}-${at}` : undefined}
          placeholder={texts.search}
          autoComplete="off"
          enterKeyHint="done"
          dir="auto"
          maxLength={200}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <p className="visually-hidden" role="status">
        {isLate && texts.searching}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={texts.products} className={styles.list}>
        {products.map((product, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the one that is pointed at.
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard there, too.
          <div
            key={product.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={styles.option}
            onPointerMove={() => setAt(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(product)}
          >
            <ProductLine product={product} />
          </div>
        ))}
      </div>
      {isLate && <Waiting />}
      {phase === "found" && products.length === 0 && (
        <p className={styles.empty} role="status">
          {foundBy === "" ? texts.none : texts.noneFound(foundBy)}
        </p>
      )}
      {phase === "failed" && (
        <p className={styles.empty} role="alert">
          {texts.failed}{" "}
          <Button kind="secondary" size="small" onClick={again}>
            {texts.retry}
          </Button>
        </p>
      )}
      {products.length > 0 && <p className={styles.hint}>{texts.hint}</p>}
    </div>
  );
}

function Waiting() {
  return (
    <div className={styles.list} aria-hidden="true">
      {["62%", "48%", "56%"].map((width) => (
        <div key={width} className={styles.option}>
          <Skeleton width={40} height={40} shape="control" />
          <Skeleton width={width} height={14} />
        </div>
      ))}
    </div>
  );
}
