import { forgetEverything, read, write } from "./storage.js";

/** Who is signed in, so that nobody asks the back end on behalf of those who are not. */
const SHOPPER_KEY = "hearthlow.shopper";

/** The shop's own back end. Null for no answer: the pages also work where there is none. */
async function ask(method, path, body) {
  const content = body && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  try {
    const answer = await fetch(`/office/${path}`, { method, ...content });
    if (answer.status === 204) return {};
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** Who is signed in here; null for nobody. */
export async function shopper() {
  if (!read(SHOPPER_KEY, null)) return null;
  const found = await ask("GET", "shopper");
  if (found && !found.id) write(SHOPPER_KEY, null);
  return found?.id ? found : null;
}

/** Those one may sign in as. */
export const shoppers = async () => (await ask("GET", "shoppers")) ?? [];

export async function signIn(id) {
  const done = (await ask("PUT", "shopper", { id })) !== null;
  if (done) write(SHOPPER_KEY, id);
  return done;
}

/** Whoever comes next in this browser is somebody else: nothing of theirs stays. */
export async function signOut() {
  forgetEverything();
  await ask("DELETE", "shopper");
}

/** What a discount code is worth; null for none of the shop's. */
export const discountOf = (code) => ask("GET", `discounts/${encodeURIComponent(code)}`);

/** The number of a new order; null where there is no back end. */
export const place = async (order) => (await ask("POST", "orders", order))?.number ?? null;

const kept = ({ number, placedAt, total, lines }) => ({
  number: Number(number.slice(1)),
  placedAt,
  total,
  lines: lines.map((line) => ({
    name: line.title,
    variant: line.variant,
    picture: line.imageUrl,
    quantity: line.quantity,
    total: line.price * line.quantity,
  })),
});

/** The orders of whoever is signed in, as an order is kept here. */
export const ordersOfShopper = async () => ((await shopper()) ? ((await ask("GET", "orders")) ?? []).map(kept) : []);

export async function orderOfOffice(number) {
  const found = /^\d+$/.test(number) ? await ask("GET", `orders/${number}`) : null;
  return found && kept(found);
}
