import { isListOf, isObject, isText } from "../../web/protocol/src/guard.ts";

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly role: string;
}

/** Where everything is and who can sign in, as the demo tells it in its `demo.json`. */
export interface Demo {
  readonly inbox: string;
  readonly store: string;
  /** Where everything that is mailed can be read. */
  readonly mailbox: string;
  /** Where a mail program hands mail over. */
  readonly smtp: string;
  readonly api: string;
  readonly storeKey: string;
  readonly staff: readonly SignIn[];
}

const isDemo = isObject<Demo>({
  inbox: isText,
  store: isText,
  mailbox: isText,
  smtp: isText,
  api: isText,
  storeKey: isText,
  staff: isListOf(isObject<SignIn>({ email: isText, password: isText, role: isText })),
});

export function readDemo(text: string): Demo {
  const data: unknown = JSON.parse(text);
  if (!isDemo(data)) throw new Error("The demo did not say where it is.");
  return data;
}
