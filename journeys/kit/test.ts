import type {
  APIRequestContext,
  Browser,
  BrowserContext,
  BrowserContextOptions,
} from "@playwright/test";
import * as playwright from "@playwright/test";
import { expectAccessible } from "./accessibility.ts";
import type { Demo, SignIn } from "./demo.ts";
import { Inbox } from "./inbox.ts";
import { newDemo, START_MS, STOP_MS } from "./product.ts";
import { openRecords, type Records } from "./records.ts";
import { lookInsideWidget, Widget } from "./widget.ts";

export type StaffName = "Maya" | "Jonas" | "Priya" | "Tomasz";

/** A signed-in browser, to begin with. */
export type SignedIn = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Where a journey takes place, and the people in it. Every surface they leave open is scanned at the end. */
export interface Scene {
  /** A shopper with a browser of their own, on no page yet. */
  shopper(options?: BrowserContextOptions): Promise<Widget>;
  /** Another tab of the same browser. */
  anotherTab(of: Widget): Promise<Widget>;
  /** A member of staff, signed in, in a browser of their own. */
  staff(name: StaffName, options?: BrowserContextOptions): Promise<Inbox>;
  /** A browser nobody is signed in with. */
  visitor(options?: BrowserContextOptions): Promise<Inbox>;
}

interface PerJourney {
  readonly scene: Scene;
  /** On a page of somebody else's, only the widget is ours to answer for. */
  readonly scanned: string | undefined;
}

interface PerWorker {
  /** For the journeys that do not stop the server: each worker has one to itself. */
  readonly demo: Demo;
  readonly signedIn: (name: StaffName) => Promise<SignedIn>;
  readonly recordsOf: (name: StaffName) => Promise<Records>;
  readonly records: Records;
}

export const test = playwright.test.extend<PerJourney, PerWorker>({
  demo: [
    async ({ browserName: _ }, use, worker) => {
      const product = await newDemo(`demo-${worker.parallelIndex}`);
      await product.start();
      await use(product.demo());
      await product.end();
    },
    { scope: "worker", timeout: START_MS + STOP_MS },
  ],
  signedIn: [
    async ({ demo }, use) => {
      const states = new Map<StaffName, Promise<SignedIn>>();
      await use(async (name) => {
        const kept = states.get(name);
        // A journey may have ended it, as a new password does.
        if (kept && (await isLetIn(demo, await kept))) return kept;
        const state = signIn(demo, personOf(demo, name));
        states.set(name, state);
        return state;
      });
    },
    { scope: "worker" },
  ],
  recordsOf: [
    async ({ demo, signedIn }, use) => {
      const opened: APIRequestContext[] = [];
      await use(async (name) => {
        const asked = await requestsOf(demo, await signedIn(name));
        opened.push(asked);
        return openRecords(asked);
      });
      await Promise.all(opened.map((one) => one.dispose()));
    },
    { scope: "worker" },
  ],
  records: [async ({ recordsOf }, use) => use(await recordsOf("Maya")), { scope: "worker" }],
  scanned: [undefined, { option: true }],
  scene: async ({ browser, demo, signedIn, scanned }, use, testInfo) => {
    const contexts: BrowserContext[] = [];
    await use(sceneOf(browser, demo, signedIn, contexts));
    if (testInfo.status === testInfo.expectedStatus) {
      for (const page of contexts.flatMap((context) => context.pages())) {
        await expectAccessible(page, page.url().startsWith(demo.store) ? scanned : undefined);
      }
    }
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export function sceneOf(
  browser: Browser,
  demo: Demo,
  signedIn: (name: StaffName) => Promise<SignedIn>,
  contexts: BrowserContext[],
): Scene {
  async function context(options: BrowserContextOptions): Promise<BrowserContext> {
    const made = await browser.newContext(options);
    contexts.push(made);
    await lookInsideWidget(made);
    return made;
  }

  async function inbox(options: BrowserContextOptions): Promise<Inbox> {
    const made = await context({
      baseURL: demo.inbox,
      viewport: { width: 1440, height: 900 },
      ...options,
    });
    return new Inbox(await made.newPage());
  }

  return {
    async shopper(options = {}) {
      return new Widget(await (await context({ baseURL: demo.store, ...options })).newPage());
    },
    async anotherTab({ page }) {
      return new Widget(await page.context().newPage());
    },
    visitor: (options = {}) => inbox(options),
    staff: async (name, options = {}) => inbox({ storageState: await signedIn(name), ...options }),
  };
}

export function personOf(demo: Demo, name: StaffName): SignIn {
  const person = demo.staff.find(({ email }) => email.startsWith(name.toLowerCase()));
  if (!person) throw new Error(`${name} does not work here.`);
  return person;
}

export async function signIn(demo: Demo, { email, password }: SignIn): Promise<SignedIn> {
  const asked = await requestsOf(demo);
  const answer = await asked.post("/api/staff/session", { data: { email, password } });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()}`);
  const state = await asked.storageState();
  await asked.dispose();
  return state;
}

async function isLetIn(demo: Demo, state: SignedIn): Promise<boolean> {
  const asked = await requestsOf(demo, state);
  const answer = await asked.get("/api/staff/me");
  await asked.dispose();
  return answer.ok();
}

/** Requests as the inbox makes them. */
export function requestsOf(demo: Demo, storageState?: SignedIn) {
  return playwright.request.newContext({
    baseURL: demo.inbox,
    extraHTTPHeaders: { origin: demo.inbox },
    ...(storageState ? { storageState } : {}),
  });
}
