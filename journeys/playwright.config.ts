import { defineConfig } from "@playwright/test";
import { launchOptions } from "./kit/browser.ts";

/** Generous, because a slow machine is no reason to fail; nothing waits longer than it must. */
const PATIENCE_MS = 20_000;

export default defineConfig({
  testDir: "stories",
  outputDir: "target/failures",
  // Each worker has a demo to itself. Drawing pages keeps two processors busy, so more of them only wait for each other.
  workers: 1,
  forbidOnly: true,
  // A noisy machine may spoil one attempt. What passes only at the second is named by bin/check.
  retries: process.env.SECOND_ATTEMPTS === "1" ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: PATIENCE_MS, toPass: { timeout: PATIENCE_MS } },
  reporter: [["list"], ["json", { outputFile: "target/results.json" }]],
  use: {
    launchOptions,
    actionTimeout: PATIENCE_MS,
    navigationTimeout: PATIENCE_MS,
    locale: "en-GB",
    timezoneId: "Europe/Warsaw",
    screenshot: "only-on-failure",
    trace: { mode: "retain-on-failure", screenshots: false, sources: false },
  },
});
