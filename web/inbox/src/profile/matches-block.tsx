import type { PossibleMatch, Profile, ProfileAnswer } from "@shopbell/protocol/profile";
import type { ProfileApi } from "@shopbell/sync/profile-api";
import { useId } from "react";
import { announce } from "../announce/announce.ts";
import { Button } from "../design/button.tsx";
import { profileTexts as texts } from "../texts/en-profile.ts";
import { dateOf } from "./dates.ts";
import styles from "./matches-block.module.css";
import type { Block } from "./use-block.ts";
import { useLinking } from "./use-linking.ts";

interface Props {
  readonly block: Block<ProfileAnswer>;
  readonly matches: Profile["possibleMatches"];
  readonly api: ProfileApi;
}

/** Customers of the store who have the address that was typed. Whoever looks at it decides. */
export function MatchesBlock({ block, matches, api }: Props) {
  const id = useId();
  const { busy, problem, run } = useLinking(block.take);
  if (matches.count === 0) return null;
  const link = (match: PossibleMatch) =>
    run(
      () => api.link(match.id),
      () => announce(texts.linked(nameOf(match))),
    );
  const more = matches.count - matches.some.length;
  return (
    <section className={styles.block} aria-labelledby={id}>
      <h3 id={id}>
        {texts.matches} <span>{matches.count}</span>
      </h3>
      <p className={styles.hint}>{texts.matchesHint}</p>
      <ul>
        {matches.some.map((match) => (
          <li key={match.id}>
            <div className={styles.who}>
              <bdi className="truncate">{nameOf(match)}</bdi>
              <span className="truncate">{match.email}</span>
              <span>
                {match.lastOrderAt ? texts.lastOrder(dateOf(match.lastOrderAt)) : texts.noOrder}
              </span>
            </div>
            <Button
              kind="secondary"
              size="small"
              busy={busy}
              aria-label={texts.linkTo(nameOf(match))}
              onClick={() => link(match)}
            >
              {texts.link}
            </Button>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.hint}>{texts.moreMatches(more)}</p>}
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </section>
  );
}

function nameOf(match: PossibleMatch): string {
  return match.name ?? texts.noName;
}
