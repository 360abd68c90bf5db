import type { PagesVisited, PageVisit } from "@shopbell/protocol/pages";
import { useState } from "react";
import { ownAddress } from "../cart/own-address.ts";
import { Button } from "../design/button.tsx";
import { useStore } from "../store/use-store.ts";
import { profileTexts as texts } from "../texts/en-profile.ts";
import { useNow } from "../time/clock.ts";
import { exactTime, momentOf } from "../time/format.ts";
import styles from "./pages-block.module.css";
import { ProfileBlock } from "./profile-block.tsx";
import type { Block } from "./use-block.ts";

const FEW = 5;

interface Props {
  readonly block: Block<PagesVisited>;
  /** Whether the store is known to want to know: nothing is announced that may not come. */
  readonly isExpected: boolean;
}

/** The pages of the shop they opened since the conversation began, newest first; nothing where the store does not want to know. */
export function PagesBlock({ block, isExpected }: Props) {
  const [isAll, setAll] = useState(false);
  const origins = useStore()?.origins ?? [];
  const isKnown = block.value === null ? block.hasFailed || isExpected : block.value.pages !== null;
  if (!isKnown) return null;
  return (
    <ProfileBlock title={texts.pages} block={block} bars={["92%", "48%", "84%"]}>
      {({ pages }) =>
        !pages || pages.length === 0 ? (
          <p className={styles.none}>{texts.noPages}</p>
        ) : (
          <>
            <ol className={styles.pages}>
              {pages.slice(0, isAll ? pages.length : FEW).map((visit) => (
                <Visit key={`${visit.at} ${visit.url}`} visit={visit} origins={origins} />
              ))}
            </ol>
            {pages.length > FEW && (
              <Button
                kind="ghost"
                size="small"
                wide
                aria-expanded={isAll}
                onClick={() => setAll(!isAll)}
              >
                {isAll ? texts.fewerPages : texts.allPages(pages.length)}
              </Button>
            )}
          </>
        )
      }
    </ProfileBlock>
  );
}

interface VisitProps {
  readonly visit: PageVisit;
  /** Only to these one may be led. */
  readonly origins: readonly string[];
}

function Visit({ visit, origins }: VisitProps) {
  const now = useNow();
  const address = ownAddress(visit.url, origins);
  const path = pathOf(visit.url);
  const name = <bdi>{visit.title ?? path}</bdi>;
  return (
    <li className={styles.visit}>
      {address ? (
        <a className={styles.name} href={address} target="_blank" rel="noopener noreferrer">
          {name}
          <span className="visually-hidden">, {texts.opensStore}</span>
        </a>
      ) : (
        <span className={styles.name}>{name}</span>
      )}
      <time dateTime={visit.at} title={exactTime(visit.at)}>
        {momentOf(visit.at, now)}
      </time>
      {visit.title !== null && (
        <bdi className={styles.path} dir="ltr" title={visit.url}>
          {path}
        </bdi>
      )}
    </li>
  );
}

/** As people read it: `/vázy` of `/v%C3%A1zy`. */
function pathOf(url: string): string {
  const { pathname } = new URL(url);
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}
