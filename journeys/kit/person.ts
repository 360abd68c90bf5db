import { randomBytes } from "node:crypto";

/** A customer nobody else is called like, so that journeys never meet in the inbox. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

export function somebody(firstName: string): Person {
  const surname = `van ${randomBytes(3).toString("hex")}`;
  const address = `${firstName}.${surname}`.toLowerCase().replaceAll(/[^a-z0-9.]/g, "-");
  return { name: `${firstName} ${surname}`, email: `${address}@example.com` };
}
