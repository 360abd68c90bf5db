import { type Guard, isObject, isText, isTruth } from "@shopbell/protocol/guard";
import type { ShopperCart, ShopperPage } from "@shopbell/protocol/shopper";
import { ask, type Outcome } from "./http.ts";

const isNothing: Guard<null> = (data): data is null => data === null;

/**
 * Who shops, by what the shop vouches with. A secret the server has never seen becomes a visitor. Safe to repeat. Where that changes whose
 * browser this is, it is refused without the next secret, by which alone the browser is known afterwards.
 */
export function putIdentity(
  key: string,
  secret: string,
  token: string,
  next: string | null,
): Promise<Outcome<null>> {
  const url = `/api/widget/${key}/identity`;
  const body = { token, ...renewing(secret, next) };
  return ask({ method: "PUT", url, body, secret, guard: isNothing });
}

/** One that is in its place by now needs none. */
const renewing = (secret: string, next: string | null) =>
  next === null || next === secret ? { renews: true } : { next };

/** What came of showing what a link in a mail led here with; not confirmed while the shopper has to say that the address is theirs. */
export interface Confirmation {
  readonly email: string;
  readonly confirmed: boolean;
}

const isConfirmation = isObject<Confirmation>({ email: isText, confirmed: isTruth });

/** Whose address this browser's shopper reads, with secrets as above. Safe to repeat. */
export function putConfirmation(
  key: string,
  secret: string,
  claim: string,
  agreed: boolean,
  next: string | null,
): Promise<Outcome<Confirmation>> {
  const url = `/api/widget/${key}/identity/email`;
  const body = { claim, agreed, ...renewing(secret, next) };
  return ask({ method: "PUT", url, body, secret, guard: isConfirmation });
}

/** What is in the cart. Refused with 404 as long as the server does not know this visitor. */
export function putCart(key: string, secret: string, cart: ShopperCart): Promise<Outcome<null>> {
  return ask({
    method: "PUT",
    url: `/api/widget/${key}/cart`,
    body: cart,
    secret,
    guard: isNothing,
  });
}

/** The page that is open. Refused with 404 as long as this visitor has not written. */
export function putPage(key: string, secret: string, page: ShopperPage): Promise<Outcome<null>> {
  return ask({
    method: "PUT",
    url: `/api/widget/${key}/page`,
    body: page,
    secret,
    guard: isNothing,
  });
}
