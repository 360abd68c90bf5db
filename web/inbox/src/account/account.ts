import type { Me } from "@shopbell/protocol/staff";
import type { Outcome } from "@shopbell/sync/http";
import { createAccountApi } from "@shopbell/sync/staff-api";

export const accountApi = createAccountApi();

/** Who is using this browser, as far as known. `ended`: somebody was, until the server ended it. */
export type Account =
  | { readonly kind: "asking" }
  | { readonly kind: "unreached" }
  | { readonly kind: "signedOut"; readonly ended: boolean }
  | { readonly kind: "setupOpen" }
  | { readonly kind: "signedIn"; readonly me: Me };

let account: Account = { kind: "asking" };
const listeners = new Set<() => void>();

export function currentAccount(): Account {
  return account;
}

export function onAccountChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the server who is signed in; when nobody is, whether the first owner is still to be made. */
export async function askAccount(): Promise<void> {
  become({ kind: "asking" });
  const me = await accountApi.me();
  if (me.kind === "done") become({ kind: "signedIn", me: me.value });
  else if (me.kind === "refused" && me.status === 401) become(await withoutAccount());
  else become({ kind: "unreached" });
}

async function withoutAccount(): Promise<Account> {
  const setup = await accountApi.setupOpen();
  const open = setup.kind === "done" && setup.value.open;
  return open ? { kind: "setupOpen" } : { kind: "signedOut", ended: false };
}

export async function signIn(email: string, password: string): Promise<Outcome<Me>> {
  const outcome = await accountApi.signIn({ email, password });
  if (outcome.kind === "done") become({ kind: "signedIn", me: outcome.value });
  return outcome;
}

/** A new password was chosen, which signs in. */
export async function choosePassword(token: string, password: string): Promise<Outcome<Me>> {
  const outcome = await accountApi.choosePassword(token, password);
  if (outcome.kind === "done") become({ kind: "signedIn", me: outcome.value });
  return outcome;
}

/** Without an answer the session may live on, so nobody is told that it is over. */
export async function signOut(): Promise<Outcome<null>> {
  const outcome = await accountApi.signOut();
  if (outcome.kind === "done") {
    become({ kind: "signedOut", ended: false });
    void forgetThisBrowser();
  }
  return outcome;
}

/** Setting up or joining a store has just signed this person in. */
export function signedInAs(me: Me): void {
  become({ kind: "signedIn", me });
}

/** Somebody's rights in this store may have changed. Who no longer works in it keeps the page that says so. */
export async function refreshRights(store: string): Promise<void> {
  const me = await accountApi.me();
  if (account.kind !== "signedIn" || me.kind !== "done") return;
  if (me.value.stores.some(({ id }) => id === store)) become({ kind: "signedIn", me: me.value });
}

/** The server no longer knows this session. */
export function sessionEnded(): void {
  if (account.kind !== "signedIn") return;
  become({ kind: "signedOut", ended: true });
  void forgetThisBrowser();
}

/** Whoever uses it next is not told of what is none of theirs. */
async function forgetThisBrowser(): Promise<void> {
  const { forget } = await import("../notifications/this-browser.ts");
  await forget();
}

function become(next: Account): void {
  account = next;
  for (const listener of listeners) listener();
}
