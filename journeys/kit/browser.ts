import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, type BrowserContextOptions, chromium } from "@playwright/test";
import { lookInsideWidget } from "./widget.ts";

/** The system's Chromium: no journey ever downloads a browser. */
export const launchOptions = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** What Chromium's settings call it: 0 allows third parties to keep something, 1 forbids it. */
const THIRD_PARTY_STORAGE = { allowed: 0, blocked: 1 } as const;

/**
 * A browser with a profile of its own. All others here are private windows, in which Chromium lets no third party
 * keep anything.
 */
export async function browserWith(
  thirdPartyStorage: keyof typeof THIRD_PARTY_STORAGE,
  profile: string,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  const mode = THIRD_PARTY_STORAGE[thirdPartyStorage];
  const preferences = { cookie_controls_mode: mode, block_third_party_cookies: mode === 1 };
  mkdirSync(join(profile, "Default"), { recursive: true });
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify({ profile: preferences }));
  const context = await chromium.launchPersistentContext(profile, { ...launchOptions, ...options });
  await lookInsideWidget(context);
  return context;
}

/** Whether the page in a frame may keep something; to be run there. */
export function isStorageOpen(): boolean {
  try {
    return localStorage.length >= 0;
  } catch {
    return false;
  }
}
