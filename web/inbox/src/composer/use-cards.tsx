import type { Card, ProductCard } from "@shopbell/protocol/card";
import { createCardsApi } from "@shopbell/sync/cards-api";
import { withoutDoubles } from "@shopbell/sync/desk";
import { type ClipboardEvent, lazy, type RefObject, Suspense, useState } from "react";
import { announce } from "../announce/announce.ts";
import { cardOf, nameOf } from "../cards/names.ts";
import { useLive, useLiveState } from "../live/live.ts";
import { showToast } from "../toast/toasts.ts";

const ShopDialog = lazy(() =>
  import("../cards/shop-dialog.tsx").then((module) => ({ default: module.ShopDialog })),
);
const ChosenRow = lazy(() =>
  import("../cards/chosen-row.tsx").then((module) => ({ default: module.ChosenRow })),
);
const LinkOffer = lazy(() =>
  import("../cards/link-offer.tsx").then((module) => ({ default: module.LinkOffer })),
);

interface Options {
  readonly conversation: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Only what the customer reads brings cards. */
  readonly isOn: boolean;
  readonly text: string;
  readonly write: (text: string) => void;
}

interface Offer {
  readonly link: string;
  readonly card: ProductCard;
}

const MOST = 5;
const NONE: readonly Card[] = [];
const LINK = /^https?:\/\/\S+$/i;

/** Products and discount codes that go with the answer. */
export function useCards({ conversation, field, isOn, text, write }: Options) {
  const { session, store } = useLive();
  const kept = useLiveState((state) => state.cards.get(conversation) ?? NONE);
  const [isChoosing, setChoosing] = useState(false);
  const [offer, setOffer] = useState<Offer | null>(null);
  const chosen = isOn ? kept : NONE;
  const offered = isOn && offer && text.includes(offer.link) ? offer : null;

  const change = (cards: readonly Card[]) => session.choose(conversation, cards);
  const add = async (card: Card) => {
    const known = session.getSnapshot().cards.get(conversation) ?? NONE;
    const next = withoutDoubles([...known, card]);
    field.current?.focus();
    const hasRoom = next.length <= MOST;
    if (hasRoom) change(next);
    const { cardTexts } = await import("../texts/en-cards.ts");
    if (hasRoom) announce(cardTexts.added(nameOf(card)));
    else showToast({ text: [cardTexts.full] });
  };

  /** A link of the shop may be a product. */
  const onPaste = async (event: ClipboardEvent) => {
    const link = event.clipboardData.getData("text/plain").trim();
    if (!isOn || !LINK.test(link)) return;
    const outcome = await createCardsApi(store.id).at(link);
    const product = outcome.kind === "done" ? outcome.value.products[0] : undefined;
    setOffer(product ? { link, card: cardOf(product) } : null);
  };

  return {
    chosen,
    open: () => setChoosing(true),
    onPaste: (event: ClipboardEvent) => void onPaste(event),
    parts: (
      <Suspense>
        {offered && (
          <LinkOffer
            card={offered.card}
            onYes={() => {
              setOffer(null);
              write(text.replace(offered.link, "").trim());
              void add(offered.card);
            }}
            onNo={() => {
              setOffer(null);
              field.current?.focus();
            }}
          />
        )}
        {chosen.length > 0 && (
          <ChosenRow cards={chosen} onChange={change} onEmpty={() => field.current?.focus()} />
        )}
      </Suspense>
    ),
    /** It has forms of its own, so it stands outside of the composer's. */
    dialog: isChoosing && (
      <Suspense>
        <ShopDialog onAdd={(card) => void add(card)} onClose={() => setChoosing(false)} />
      </Suspense>
    ),
  };
}
