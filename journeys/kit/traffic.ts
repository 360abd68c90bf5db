import type { BrowserContext, Request, Route } from "@playwright/test";

/** Where messages are posted to, by the shopper's browser and the staff's. */
const POSTS = "**/messages/*";

/** The ids of the messages a browser tries to post, in that order and with repeats. */
export function postedIds(context: BrowserContext): string[] {
  const ids: string[] = [];
  context.on("request", (request) => {
    if (isPost(request)) ids.push(request.url().split("/").at(-1) ?? "");
  });
  return ids;
}

/** What becomes of a browser's posts from now on. */
export async function meetPosts(
  context: BrowserContext,
  meet: (route: Route) => Promise<void>,
): Promise<void> {
  await context.unroute(POSTS);
  await context.route(POSTS, (route) => (isPost(route.request()) ? meet(route) : route.continue()));
}

export async function letPostsPass(context: BrowserContext): Promise<void> {
  await context.unroute(POSTS);
}

export interface Held {
  /** Settles when the first post is held. */
  readonly first: Promise<void>;
}

/** Posts leave the browser and do not arrive. */
export function holdPosts(context: BrowserContext): Promise<Held> {
  return holdAfter(context, async () => {});
}

/** The server stores what is posted, and its answers do not arrive. */
export function holdAnswers(context: BrowserContext): Promise<Held> {
  return holdAfter(context, async (route) => {
    await route.fetch();
  });
}

async function holdAfter(
  context: BrowserContext,
  before: (route: Route) => Promise<void>,
): Promise<Held> {
  let met = () => {};
  const first = new Promise<void>((resolve) => {
    met = resolve;
  });
  await meetPosts(context, async (route) => {
    await before(route);
    met();
  });
  return { first };
}

function isPost(request: Request): boolean {
  return request.method() === "PUT";
}
