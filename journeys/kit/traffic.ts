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

type Meeting = (route: Route) => Promise<void>;

const pass: Meeting = (route) => route.continue();
const meetings = new WeakMap<BrowserContext, Meeting>();

/**
 * What becomes of a browser's posts from now on; those that are held stay held until their page goes. There is one route
 * for all of it: taking a route away would let go what it holds.
 */
export async function meetPosts(context: BrowserContext, meet: Meeting): Promise<void> {
  const isFirst = !meetings.has(context);
  meetings.set(context, meet);
  if (!isFirst) return;
  await context.route(POSTS, (route) =>
    isPost(route.request()) ? (meetings.get(context) ?? pass)(route) : route.continue(),
  );
}

export function letPostsPass(context: BrowserContext): Promise<void> {
  return meetPosts(context, pass);
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
  return request.method() === "PUT" && request.url().includes("/messages/");
}

/** Where files are put, by the shopper's browser and the staff's. */
const UPLOADS = "**/attachments/*?name=*";

/** The ids of the files a browser tries to put, in that order and with repeats. */
export function uploadedIds(context: BrowserContext): string[] {
  const ids: string[] = [];
  context.on("request", (request) => {
    const id = /\/attachments\/([\w-]+)\?/.exec(request.url())?.[1];
    if (id && request.method() === "PUT") ids.push(id);
  });
  return ids;
}

/** What becomes of a browser's files from now on. */
export async function meetUploads(context: BrowserContext, meet: Meeting): Promise<void> {
  await context.route(UPLOADS, meet);
}

export async function letUploadsPass(context: BrowserContext): Promise<void> {
  await context.unroute(UPLOADS);
}
