import { useState } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { usePageTitle } from "../shell/use-page-title.ts";
import { texts } from "../texts/en.ts";
import { signOut } from "./account.ts";
import { CardPage } from "./card-page.tsx";
import styles from "./form.module.css";

/** For somebody who is signed in and has no place in any store: why, and the way out. */
export function NoStorePage({ email }: { readonly email: string }) {
  usePageTitle(texts.noStore.page);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  const leave = async () => {
    setBusy(true);
    setFailed((await signOut()).kind !== "done");
    setBusy(false);
  };

  return (
    <CardPage title={texts.noStore.title} intro={texts.noStore.why}>
      <div className={styles.form}>
        {failed && (
          <p className={styles.problem} role="alert">
            <Icon name="alert" />
            {texts.problem.offline}
          </p>
        )}
        <p className={styles.notice}>
          {texts.noStore.as} <bdi>{email}</bdi>
        </p>
        <Button kind="primary" size="large" wide disabled={busy} onClick={leave}>
          {texts.shell.logOut}
        </Button>
      </div>
    </CardPage>
  );
}
