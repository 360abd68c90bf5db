import { lazy, Suspense, useState } from "react";
import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";
import styles from "./written-button.module.css";

const WrittenDialog = lazy(() =>
  import("./written-dialog.tsx").then((module) => ({ default: module.WrittenDialog })),
);

interface Props {
  readonly conversation: string;
  readonly seq: number;
}

/** Beside a message of the customer: what was before their eyes when they wrote it. */
export function WrittenButton({ conversation, seq }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-haspopup="dialog"
        aria-label={texts.cart.written}
        title={texts.cart.written}
        onClick={() => setOpen(true)}
      >
        <Icon name="bag" size={14} />
      </button>
      {open && (
        <Suspense fallback={null}>
          <WrittenDialog conversation={conversation} seq={seq} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
