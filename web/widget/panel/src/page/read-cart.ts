import { isAnything, isListOf, isRecord } from "@shopbell/protocol/guard";
import type { ShopperCart, ShopperCartItem } from "@shopbell/protocol/shopper";
import { addressOf, lineOf } from "./link.ts";

const MOST_ITEMS = 50;
const MOST_OF_ONE = 9_999;
const MOST_MONEY = 1e12;
/** Nothing that a cart of fifty pieces would need. */
const LONGEST = 500_000;

/** What the page said is in the cart, as far as it can be used, and what was wrong with it, for its developer. */
export interface CartReading {
  /** Null: nothing of it can be used. */
  readonly cart: ShopperCart | null;
  readonly problems: readonly string[];
}

/** `said` is JSON of the page's own making: a piece that makes no sense is left out, and the others stay. */
export function readCart(said: string, page: string): CartReading {
  const told = said.length <= LONGEST ? parsed(said) : undefined;
  if (!isRecord(told) || !isListOf(isAnything)(told.items)) return useless("It has no items.");
  const { currency, items } = told;
  if (typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency)) {
    return useless("Its currency is no code of three capital letters.");
  }
  const problems: string[] = [];
  const good: ShopperCartItem[] = [];
  items.slice(0, MOST_ITEMS).forEach((item, index) => {
    const read = itemOf(item, page);
    if (read) good.push(read);
    else problems.push(`items[${index}] needs a title, a whole price, and a quantity from 1 on.`);
  });
  if (items.length > MOST_ITEMS) problems.push(`Only the first ${MOST_ITEMS} items are shown.`);
  return { cart: { currency, items: good }, problems };
}

function useless(problem: string): CartReading {
  return { cart: null, problems: [problem] };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function itemOf(told: unknown, page: string): ShopperCartItem | null {
  if (!isRecord(told)) return null;
  const title = lineOf(told.title, 300);
  const price = wholeOf(told.price, 0, MOST_MONEY);
  const quantity = wholeOf(told.quantity, 1, MOST_OF_ONE);
  if (title === undefined || price === null || quantity === null) return null;
  return {
    ...given("productId", idOf(told.productId)),
    title,
    ...given("variant", lineOf(told.variant, 200)),
    ...given("url", addressOf(told.url, page)),
    ...given("imageUrl", addressOf(told.imageUrl, page)),
    price,
    quantity,
  };
}

function given<K extends string>(name: K, value: string | undefined): { [N in K]?: string } {
  const made: { [N in K]?: string } = {};
  if (value !== undefined) made[name] = value;
  return made;
}

function wholeOf(told: unknown, least: number, most: number): number | null {
  if (typeof told !== "number" || !Number.isInteger(told)) return null;
  return told >= least && told <= most ? told : null;
}

/** Many platforms number their products. */
function idOf(told: unknown): string | undefined {
  const id = typeof told === "number" ? `${told}` : told;
  return typeof id === "string" && /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/.test(id) ? id : undefined;
}
