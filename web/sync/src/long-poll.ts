import { backOff } from "./back-off.ts";
import type { Environment } from "./environment.ts";
import { createNaps } from "./naps.ts";

/** What came of one round; the round itself takes the news in. */
export type Polled = "answered" | "unanswered" | "signed_out";

/** One round. The server holds it up to `wait` seconds until there is news. */
export type Poll = (signal: AbortSignal, wait: number) => Promise<Polled>;

export interface Polling {
  wake(): void;
  stop(): void;
}

interface PollingOptions {
  readonly environment: Environment;
  readonly poll: Poll;
  answered(): void;
  unanswered(): void;
  signedOut(): void;
}

const WAIT_SECONDS = 20;
/** A busy store answers at once each time; this keeps the rounds from becoming a storm. */
const BETWEEN_ROUNDS = 500;

/** Asks for news in rounds until stopped. The first round after silence is not held, so that a way through shows at once. */
export function startPolling(options: PollingOptions): Polling {
  const { environment } = options;
  const naps = createNaps(environment);
  const given = new AbortController();

  async function rounds(): Promise<void> {
    let tries = 0;
    let wait = 0;
    while (!given.signal.aborted) {
      const polled = await options.poll(given.signal, wait);
      if (given.signal.aborted) return;
      switch (polled) {
        case "answered":
          options.answered();
          tries = 0;
          wait = WAIT_SECONDS;
          await naps.sleep(BETWEEN_ROUNDS);
          break;
        case "unanswered":
          options.unanswered();
          wait = 0;
          await naps.nap(backOff(tries, environment.random));
          tries += 1;
          break;
        case "signed_out":
          options.signedOut();
          return;
        default:
          polled satisfies never;
      }
    }
  }

  void rounds();
  return {
    wake: () => naps.wake(),
    stop() {
      given.abort();
      naps.end();
    },
  };
}
