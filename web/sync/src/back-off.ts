const FIRST = 500;
const LONGEST = 30_000;

/** How long to wait before the next try: exponential with full jitter, so that many clients do not come back together. */
export function backOff(tries: number, random: () => number): number {
  return random() * Math.min(LONGEST, FIRST * 2 ** Math.min(tries, 10));
}
