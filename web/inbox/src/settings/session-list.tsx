import type { OwnSession } from "@shopbell/protocol/team";
import type { Outcome } from "@shopbell/sync/http";
import type { OwnApi } from "@shopbell/sync/team-api";
import { useState } from "react";
import { Button } from "../design/button.tsx";
import { ProblemState } from "../design/problem-state.tsx";
import { settingsTexts } from "../texts/en-settings.ts";
import { useNow } from "../time/clock.ts";
import { exactTime } from "../time/format.ts";
import card from "./card.module.css";
import { Chip } from "./chip.tsx";
import { problemText } from "./problem-text.ts";
import { type Said, StatusLine } from "./status-line.tsx";
import { agoOrDay, dayOf } from "./when.ts";

const texts = settingsTexts.account;

interface Props {
  readonly api: OwnApi;
  readonly answer: Outcome<{ readonly sessions: readonly OwnSession[] }> | null;
  readonly again: () => Promise<void>;
}

/** Everywhere one is logged in. */
export function SessionList({ api, answer, again }: Props) {
  const [said, setSaid] = useState<Said | null>(null);
  if (answer === null) return null;
  if (answer.kind !== "done") return <ProblemState text={problemText(answer)} onRetry={again} />;

  const end = async (ending: Promise<Outcome<null>>, done: string) => {
    const outcome = await ending;
    await again();
    setSaid(outcome.kind === "done" ? { text: done } : { text: problemText(outcome), wrong: true });
  };
  const { sessions } = answer.value;
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" className={card.section}>
        {texts.sessions}
      </h2>
      <StatusLine said={said} />
      <ul className={card.card} aria-labelledby="sessions">
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            onEnd={() => end(api.endSession(session.id), texts.ended)}
          />
        ))}
      </ul>
      {sessions.length > 1 && (
        <p className={card.below}>
          <Button kind="secondary" onClick={() => end(api.endOtherSessions(), texts.othersEnded)}>
            {texts.endOthers}
          </Button>
        </p>
      )}
    </section>
  );
}

interface RowProps {
  readonly session: OwnSession;
  readonly onEnd: () => void;
}

function SessionRow({ session, onEnd }: RowProps) {
  const now = useNow();
  const name = nameOf(session);
  const active = agoOrDay(session.lastActiveAt, now);
  const isNow = active === settingsTexts.staff.now;
  return (
    <li className={card.row}>
      <div className={card.grow}>
        <span className={card.name}>{name}</span>
        <p className={card.quiet} title={exactTime(session.lastActiveAt)}>
          {texts.since(dayOf(session.since))}, {isNow ? texts.activeNow : texts.active(active)}
        </p>
      </div>
      {session.current ? (
        <Chip tone="good">{texts.current}</Chip>
      ) : (
        <Button kind="ghost" aria-label={texts.endOf(name)} onClick={onEnd}>
          {texts.end}
        </Button>
      )}
    </li>
  );
}

function nameOf({ browser, system }: OwnSession): string {
  if (browser && system) return texts.on(browser, system);
  return browser ?? system ?? texts.unknown;
}
