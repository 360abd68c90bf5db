import { Link } from "wouter";
import { CardPage } from "../account/card-page.tsx";
import { buttonStyle } from "../design/button-style.ts";
import { texts } from "../texts/en.ts";
import { usePageTitle } from "./use-page-title.ts";

export function NotFoundPage() {
  usePageTitle(texts.shell.notFoundTitle);
  return (
    <CardPage title={texts.shell.notFoundTitle} intro={texts.shell.notFound}>
      <Link href="/inbox" className={buttonStyle({ kind: "primary", size: "large", wide: true })}>
        {texts.shell.toInbox}
      </Link>
    </CardPage>
  );
}
