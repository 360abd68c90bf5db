/**
 * Wire data is `unknown` until a guard has looked at it once. Guards look and do not copy: fields of a newer server stay
 * where they are and disturb nobody. By hand and not by a library, because the whole kit weighs less than half a kilobyte in the panel.
 */
export type Guard<T> = (data: unknown) => data is T;

/** What is looked at later, by whoever needs it. */
export const isAnything: Guard<unknown> = (_): _ is unknown => true;

export const isText: Guard<string> = (data) => typeof data === "string";

export const isTruth: Guard<boolean> = (data) => typeof data === "boolean";

/** Numbers of the protocol count something: whole, never negative. */
export const isCount: Guard<number> = (data): data is number =>
  typeof data === "number" && Number.isSafeInteger(data) && data >= 0;

export function isOneOf<const T extends string>(...values: readonly T[]): Guard<T> {
  return (data): data is T => values.some((value) => value === data);
}

export function isNullable<T>(guard: Guard<T>): Guard<T | null> {
  return (data): data is T | null => data === null || guard(data);
}

export function isOptional<T>(guard: Guard<T>): Guard<T | undefined> {
  return (data): data is T | undefined => data === undefined || guard(data);
}

export function isListOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (data): data is readonly T[] => Array.isArray(data) && data.every(guard);
}

/** An object that has at least these fields. The type says it, the compiler holds it: no field may be forgotten here. */
export function isObject<T>(fields: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> {
  const checks = Object.entries<Guard<unknown>>(fields);
  return (data): data is T => isRecord(data) && checks.every(([name, guard]) => guard(data[name]));
}

export function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

/** Frames by their `type`. A type not listed is one this client is too old to know, and passes as `unknown`. */
export function frameDecoder<T extends { readonly type: string }>(
  fields: {
    readonly [K in T["type"]]: Guard<Extract<T, { readonly type: K }>>;
  },
): (data: unknown) => T | { readonly type: "unknown" } | undefined {
  const guards = new Map<string, Guard<T>>(Object.entries<Guard<T>>(fields));
  return (data) => {
    if (!isRecord(data) || !isText(data.type)) return undefined;
    const guard = guards.get(data.type);
    if (!guard) return { type: "unknown" };
    return guard(data) ? data : undefined;
  };
}
