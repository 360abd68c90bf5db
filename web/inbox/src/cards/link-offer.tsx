import type { ProductCard } from "@shopbell/protocol/card";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { cardTexts as texts } from "../texts/en-cards.ts";
import styles from "./link-offer.module.css";

interface Props {
  readonly card: ProductCard;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** A link of the shop was pasted that leads to a product. */
export function LinkOffer({ card, onYes, onNo }: Props) {
  return (
    <div className={styles.offer} role="status">
      <Icon name="tag" size={16} />
      <span>
        <bdi>{texts.offer(card.title)}</bdi>
      </span>
      <Button kind="secondary" size="small" onClick={onYes}>
        {texts.offerYes}
      </Button>
      <Button kind="ghost" size="small" onClick={onNo}>
        {texts.offerNo}
      </Button>
    </div>
  );
}
