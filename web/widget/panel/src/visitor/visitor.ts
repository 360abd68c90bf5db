import { type Guard, isObject, isText, isTruth } from "@shopbell/protocol/guard";

/** Who this browser is to the store. The shop's page keeps it from the first message on. */
export interface Visitor {
  /** Known to this browser and the server only; never part of an address. */
  readonly secret: string;
  /** Drawn with the secret, for the first message. */
  readonly conversation: string;
  /** Whether the server has ever answered to this secret. */
  readonly known: boolean;
}

const SECRET_BYTES = 32;

const isSecret: Guard<string> = (data): data is string => isText(data) && /^[\w-]{43}$/.test(data);

const isId: Guard<string> = (data): data is string => isText(data) && /^[\da-f-]{36}$/.test(data);

const isVisitor = isObject<Visitor>({ secret: isSecret, conversation: isId, known: isTruth });

export function drawVisitor(): Visitor {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  const secret = btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
  return { secret, conversation: crypto.randomUUID(), known: false };
}

export function writeVisitor(visitor: Visitor): string {
  return JSON.stringify(visitor);
}

/** Null for nothing, and for what anybody else may have put there. */
export function readVisitor(kept: string | null | undefined): Visitor | null {
  try {
    const data: unknown = JSON.parse(kept ?? "null");
    return isVisitor(data) ? data : null;
  } catch {
    return null;
  }
}
