import type { ReactNode } from "react";
import { Announcements } from "../announce/announcements.tsx";
import { ConnectionBanner } from "../live/connection-banner.tsx";
import { LateMail } from "../mail/late-mail.tsx";
import { texts } from "../texts/en.ts";
import { Toaster } from "../toast/toaster.tsx";
import { Navigation } from "./navigation.tsx";
import styles from "./shell.module.css";

interface Props {
  /** On a phone the open conversation takes the place of the tabs. */
  readonly immersed?: boolean;
  readonly children: ReactNode;
}

/** The frame around every page of the inbox. */
export function Shell({ immersed = false, children }: Props) {
  return (
    <div className={styles.shell} data-immersed={immersed ? "" : undefined}>
      <a className={styles.skip} href="#content">
        {immersed ? texts.shell.skip : texts.shell.skipToContent}
      </a>
      <Navigation />
      <main className={styles.frame}>
        <ConnectionBanner />
        <LateMail />
        {children}
      </main>
      <Toaster />
      <Announcements />
    </div>
  );
}
