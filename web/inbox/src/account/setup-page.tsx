import type { Store } from "@shopbell/protocol/staff";
import { useEffect, useState } from "react";
import { Link } from "wouter";
import { buttonStyle } from "../design/button-style.ts";
import { ProblemState } from "../design/problem-state.tsx";
import { usePageTitle } from "../shell/use-page-title.ts";
import { Snippet } from "../store/snippet.tsx";
import { texts } from "../texts/en.ts";
import { accountApi, signedInAs } from "./account.ts";
import { CardPage } from "./card-page.tsx";
import styles from "./form.module.css";
import { SetupForm } from "./setup-form.tsx";

type Stage =
  | { readonly kind: "asking" }
  | { readonly kind: "open" }
  | { readonly kind: "closed" }
  | { readonly kind: "unreached" }
  | { readonly kind: "done"; readonly store: Store };

/** The first run: makes the owner and the store, then shows the line to paste. Gone once there is an owner. */
export function SetupPage() {
  usePageTitle(texts.setup.page);
  const [stage, setStage] = useState<Stage>({ kind: "asking" });

  const ask = async () => {
    const outcome = await accountApi.setupOpen();
    if (outcome.kind === "done") setStage({ kind: outcome.value.open ? "open" : "closed" });
    else
      setStage({
        kind: outcome.kind === "refused" && outcome.status === 404 ? "closed" : "unreached",
      });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once; after that the page asks again itself.
  useEffect(() => void ask(), []);

  switch (stage.kind) {
    case "asking":
      return null;
    case "unreached":
      return <ProblemState text={texts.problem.offline} onRetry={ask} />;
    case "closed":
      return (
        <CardPage title={texts.setup.notFoundTitle} intro={texts.setup.notFound}>
          <Link
            href="/login"
            className={buttonStyle({ kind: "primary", size: "large", wide: true })}
          >
            {texts.setup.toLogin}
          </Link>
        </CardPage>
      );
    case "open":
      return (
        <CardPage wide title={texts.setup.title} intro={texts.setup.intro}>
          <SetupForm
            onDone={({ me, store }) => {
              signedInAs(me);
              setStage({ kind: "done", store });
            }}
            onClosed={() => setStage({ kind: "closed" })}
          />
        </CardPage>
      );
    case "done":
      return (
        <CardPage
          wide
          title={texts.setup.doneTitle(stage.store.name)}
          intro={texts.setup.doneIntro}
        >
          <div className={styles.form}>
            <Snippet text={stage.store.snippet} />
            <Link
              href="/inbox"
              className={buttonStyle({ kind: "primary", size: "large", wide: true })}
            >
              {texts.setup.toInbox}
            </Link>
          </div>
        </CardPage>
      );
  }
}
