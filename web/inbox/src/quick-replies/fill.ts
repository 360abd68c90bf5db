import type { Customer } from "@shopbell/protocol/staff";
import { firstName } from "../customer/customer-name.ts";
import { piecesOf, type Values, type Variable } from "./variables.ts";

interface Known {
  readonly customer: Pick<Customer, "name" | "email">;
  readonly staff: string;
  readonly store: string;
}

/** What one knows of everybody a quick reply can speak of. */
export function valuesOf({ customer, staff, store }: Known): Values {
  const name = customer.name?.trim() || null;
  return {
    "customer.first_name": name && firstName(name),
    "customer.name": name,
    "customer.email": customer.email,
    "staff.first_name": firstName(staff),
    "store.name": store,
  };
}

/** Names can be left out of a sentence; an address cannot. */
const LEFT_OUT: readonly Variable[] = ["customer.first_name", "customer.name"];

const COMMA_BEFORE = /[ \t]*[,،、，]?[ \t]*$/u;
const COMMA_AFTER = /^[ \t]*[,،、，][ \t]*/u;

/**
 * The text with what is known filled in. A name that is not known is left out, and the comma with it; whatever else is
 * not known stays in its braces, so that it is seen.
 */
export function filled(text: string, values: Values): string {
  let done = "";
  let omitted = false;
  for (const piece of piecesOf(text)) {
    if (typeof piece === "string") {
      done += omitted ? joined(done, piece) : piece;
      omitted = false;
    } else {
      const value = values[piece.variable];
      omitted = value === null && LEFT_OUT.includes(piece.variable);
      if (omitted) done = done.replace(COMMA_BEFORE, "");
      else done += value ?? `{${piece.variable}}`;
    }
  }
  return done;
}

/** What follows a name that was left out. At the start of a line it begins the sentence. */
function joined(before: string, after: string): string {
  if (before !== "" && !before.endsWith("\n")) return after;
  const rest = after.replace(COMMA_AFTER, "").replace(/^[ \t]+/u, "");
  return rest.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase());
}
