import { useRef } from "react";
import { Dialog } from "../design/dialog.tsx";
import { texts } from "../texts/en.ts";
import { CartBlock } from "./cart-block.tsx";
import styles from "./cart-dialog.module.css";

interface Props {
  readonly conversation: string;
  readonly onClose: () => void;
}

export function CartDialog({ conversation, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <Dialog ref={dialog} title={texts.cart.title} onClose={onClose}>
      <div className={styles.content}>
        <CartBlock conversation={conversation} untitled />
      </div>
    </Dialog>
  );
}
