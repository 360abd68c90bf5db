import { type FormEvent, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Field } from "../design/field.tsx";
import { Icon } from "../design/icon.tsx";
import { DialogActions } from "../settings/dialog-actions.tsx";
import styles from "../settings/dialog-form.module.css";
import { linkTexts as texts } from "../texts/en-links.ts";
import { linkable } from "./address.ts";

/** Asks for an address that becomes a link wherever the text is shown. */
export function LinkButton({ onChoose }: { readonly onChoose: (address: string) => void }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button kind="ghost" icon aria-label={texts.add} onClick={() => setAsking(true)}>
        <Icon name="link" />
      </Button>
      {isAsking &&
        // A form within the form around the text would be none.
        createPortal(
          <LinkDialog onChoose={onChoose} onClose={() => setAsking(false)} />,
          document.body,
        )}
    </>
  );
}

interface Props {
  readonly onChoose: (address: string) => void;
  readonly onClose: () => void;
}

function LinkDialog({ onChoose, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);

  const choose = (event: FormEvent) => {
    event.preventDefault();
    // React's events go to the form around the text all the same.
    event.stopPropagation();
    const address = linkable(typed);
    setWrong(address === null);
    if (address === null) return;
    dialog.current?.close();
    onChoose(address);
  };

  return (
    <Dialog ref={dialog} title={texts.add} onClose={onClose}>
      <form className={styles.form} noValidate onSubmit={choose}>
        <Field
          label={texts.address}
          hint={texts.hint}
          error={isWrong ? texts.wrong : undefined}
          dir="ltr"
          inputMode="url"
          autoComplete="off"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setWrong(false);
          }}
        />
        <DialogActions
          submit={texts.submit}
          busy={false}
          onCancel={() => dialog.current?.close()}
        />
      </form>
    </Dialog>
  );
}
