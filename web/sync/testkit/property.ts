import fc, { type IAsyncProperty, type IProperty } from "fast-check";

/** The same cases on every machine and every day: a gate that fails by chance teaches nobody anything. */
const SEED = 20_261_005;

export function holds<T>(property: IProperty<T>, runs = 200): void {
  fc.assert(property, { seed: SEED, numRuns: runs });
}

export async function holdsAsync<T>(property: IAsyncProperty<T>, runs = 100): Promise<void> {
  await fc.assert(property, { seed: SEED, numRuns: runs });
}
