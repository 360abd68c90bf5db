import { type Guard, isCount, isNullable, isObject, isText } from "@shopbell/protocol/guard";

/** A message somebody wrote and the server is not known to have yet. */
export interface Entry<B> {
  /** Drawn once; every try carries it, so that the server stores it once. */
  readonly id: string;
  readonly conversation: string;
  readonly body: B;
  /** When it was written, and its place in the order of sending. */
  readonly at: number;
  /** The code the server refused it with; null while it waits to be sent. Never sent again unless the writer says so. */
  readonly failed: string | null;
}

export function writtenOut(entry: Entry<unknown>): string {
  return JSON.stringify(entry);
}

/** What was kept, if it is an entry: the storage is shared with other versions of this code, and with anybody's scripts. */
export function readBack<B>(isBody: Guard<B>, value: string): Entry<B> | undefined {
  const isEntry = isObject<Entry<B>>({
    id: isText,
    conversation: isText,
    body: isBody,
    at: isCount,
    failed: isNullable(isText),
  });
  try {
    const data: unknown = JSON.parse(value);
    return isEntry(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** In the order they were written. */
export function inOrder<B>(entries: Iterable<Entry<B>>): readonly Entry<B>[] {
  return [...entries].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}
