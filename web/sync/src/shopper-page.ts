import { type Guard, isObject, isText, isTruth } from "@shopbell/protocol/guard";
import type { ShopperCart, ShopperPage } from "@shopbell/protocol/shopper";
import { ask, type Outcome } from "./http.ts";

const isNothing: Guard<null> = (data): data is null => data === null;

/** Who shops, by what the shop vouches with. A secret the server has never seen becomes a visitor. Safe to repeat. */
export function putIdentity(key: string, secret: string, token: string): Promise<Outcome<null>> {
  const url = `/api/widget/${key}/identity`;
  return ask({ method: "PUT", url, body: { token }, secret, guard: isNothing });
}

/** What came of showing what a link in a mail led here with; not confirmed while the shopper has to say that the address is theirs. */
export interface Confirmation {
  readonly email: string;
  readonly confirmed: boolean;
}

const isConfirmation = isObject<Confirmation>({ email: isText, confirmed: isTruth });

/** Whose address this browser's shopper reads. A secret the server has never seen becomes a visitor. Safe to repeat. */
export function putConfirmation(
  key: string,
  secret: string,
  claim: string,
  agreed: boolean,
): Promise<Outcome<Confirmation>> {
  const url = `/api/widget/${key}/identity/email`;
  return ask({ method: "PUT", url, body: { claim, agreed }, secret, guard: isConfirmation });
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
