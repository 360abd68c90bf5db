import type { Environment } from "./environment.ts";

/** Waiting that can be cut short: when the network is back, whoever waits to try again should try now. */
export interface Naps {
  /** Ends after that time, or when woken. */
  nap(milliseconds: number): Promise<void>;
  /** Ends after that time only: the server asked for it. */
  sleep(milliseconds: number): Promise<void>;
  wake(): void;
  /** Ends every wait for good. */
  end(): void;
}

export function createNaps(environment: Environment): Naps {
  const sleepers = new Set<{ readonly light: boolean; readonly rise: () => void }>();

  function rest(milliseconds: number, light: boolean): Promise<void> {
    return new Promise((resolve) => {
      const sleeper = {
        light,
        rise() {
          cancel();
          sleepers.delete(sleeper);
          resolve();
        },
      };
      const cancel = environment.after(milliseconds, () => sleeper.rise());
      sleepers.add(sleeper);
    });
  }

  function rouse(all: boolean): void {
    for (const sleeper of [...sleepers]) if (all || sleeper.light) sleeper.rise();
  }

  return {
    nap: (milliseconds) => rest(milliseconds, true),
    sleep: (milliseconds) => rest(milliseconds, false),
    wake: () => rouse(false),
    end: () => rouse(true),
  };
}
