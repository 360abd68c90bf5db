import type { WrittenAt } from "@shopbell/protocol/cart";
import { createCartApi } from "@shopbell/sync/cart-api";
import { useCallback, useRef } from "react";
import { Dialog } from "../design/dialog.tsx";
import { ProblemState } from "../design/problem-state.tsx";
import { Skeleton } from "../design/skeleton.tsx";
import { useLive } from "../live/live.ts";
import { useAnswer } from "../settings/use-answer.ts";
import { useStore } from "../store/use-store.ts";
import { texts } from "../texts/en.ts";
import styles from "./cart-dialog.module.css";
import { CartItems } from "./cart-items.tsx";
import { ownAddress } from "./own-address.ts";

interface Props {
  readonly conversation: string;
  readonly seq: number;
  readonly onClose: () => void;
}

/** The page that a message was written on, and the cart as it was then. */
export function WrittenDialog({ conversation, seq, onClose }: Props) {
  const { store } = useLive();
  const dialog = useRef<HTMLDialogElement>(null);
  const question = useCallback(
    () => createCartApi(store.id).writtenAt(conversation, seq),
    [store.id, conversation, seq],
  );
  const { answer, again } = useAnswer(question);
  return (
    <Dialog ref={dialog} title={texts.cart.written} onClose={onClose}>
      <div className={styles.content}>
        {answer === null && (
          <div role="status" aria-label={texts.cart.writtenLoading}>
            <Skeleton width="100%" height={36} />
          </div>
        )}
        {answer?.kind === "done" && <Known at={answer.value} />}
        {answer && answer.kind !== "done" && (
          <ProblemState text={texts.cart.writtenFailed} onRetry={() => void again()} />
        )}
      </div>
    </Dialog>
  );
}

function Known({ at: { page, cart } }: { readonly at: WrittenAt }) {
  const origins = useStore()?.origins ?? [];
  const address = page && ownAddress(page.url, origins);
  return (
    <>
      <h3>{texts.cart.page}</h3>
      <p className={styles.page} dir="auto">
        {page === null && texts.cart.noPage}
        {page && !address && (page.title ?? page.url)}
        {page && address && (
          <a href={address} target="_blank" rel="noopener noreferrer">
            {page.title ?? page.url}
          </a>
        )}
      </p>
      <h3>{texts.cart.title}</h3>
      {cart ? <CartItems cart={cart} /> : <p className={styles.page}>{texts.cart.noCart}</p>}
    </>
  );
}
