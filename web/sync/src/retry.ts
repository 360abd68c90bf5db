import { backOff } from "./back-off.ts";
import type { Environment } from "./environment.ts";
import { type Failure, isTransient, type Outcome, type Unreached } from "./http.ts";
import type { Naps } from "./naps.ts";

/** Waits as long as a transient failure calls for: what the server asked, or a growing, random while. */
export function waitAfter(
  failure: Failure,
  tries: number,
  naps: Naps,
  environment: Environment,
): Promise<void> {
  const asked = failure.kind === "refused" ? failure.retryAfter : null;
  return asked === null ? naps.nap(backOff(tries, environment.random)) : naps.sleep(asked * 1000);
}

/** An answer that asking again would not change. */
export type Settled<T> = Exclude<Outcome<T>, Unreached>;

/** Asks again and again while the failure is one that passes. */
export interface Persistence {
  /** Null: nobody waits for the answer any more. `failed` hears of every failure that will be tried again. */
  ask<T>(
    once: () => Promise<Outcome<T>>,
    failed?: (failure: Failure) => void,
  ): Promise<Settled<T> | null>;
}

export interface PersistenceOptions {
  readonly naps: Naps;
  readonly environment: Environment;
  /** The page went, or everything is being loaded afresh. */
  isOver(): boolean;
  /** The server does not know who asks, or no longer. */
  signedOut(): void;
}

export function createPersistence(options: PersistenceOptions): Persistence {
  return {
    async ask(once, failed) {
      for (let tries = 0; ; tries += 1) {
        const outcome = await once();
        if (options.isOver()) return null;
        if (outcome.kind === "done") return outcome;
        if (outcome.kind === "refused" && !isTransient(outcome)) {
          if (outcome.status === 401) options.signedOut();
          return outcome;
        }
        failed?.(outcome);
        await waitAfter(outcome, tries, options.naps, options.environment);
        if (options.isOver()) return null;
      }
    },
  };
}
