// @vitest-environment node
import { gzipSync } from "node:zlib";
import { Window } from "happy-dom";
import { build } from "vite";
import { beforeAll, expect, test } from "vitest";
import type { LoaderSettings } from "./settings.ts";

const TOKEN = "__SHOPBELL_SETTINGS__";
const BUDGET = 3000;

/** As the server puts them in, at their longest: a long address, and a launcher that says a sentence. */
const longest = (launcherText: string): LoaderSettings => [
  "q7hd2mzk4wtx",
  true,
  "#2F4A3E",
  "#F1E9D8",
  "start",
  137,
  248,
  "icon_text",
  launcherText,
  "https://customer-messages.hearthlow-pottery-workshop.example:8443",
];

const SENTENCE = "تحدّث مع ورشة الخزف في الإسكندرية";

let loader = "";

function served(settings: LoaderSettings): string {
  return loader.replace(TOKEN, () => JSON.stringify(settings));
}

beforeAll(async () => {
  const built = await build({
    configFile: new URL("../../vite.loader.config.ts", import.meta.url).pathname,
    root: new URL("../..", import.meta.url).pathname,
    logLevel: "silent",
    build: { write: false },
  });
  const [output] = [built].flat();
  const file = output && "output" in output ? output.output[0] : undefined;
  loader = file?.type === "chunk" ? file.code : "";
});

test("the loader is one file of at most 3 kB, with a store's settings in it", () => {
  expect(loader).not.toBe("");
  expect(gzipSync(served(longest(SENTENCE)), { level: 9 }).length).toBeLessThanOrEqual(BUDGET);
});

test("the place for the settings is there exactly once", () => {
  expect(loader.split(TOKEN)).toHaveLength(2);
});

test("any settings leave it a script", () => {
  const launcherText = `</script><!-- \u2028\u2029 $${"{1}"} \`$'\` \\ "'`;

  expect(() => new Function(served(longest(launcherText)))).not.toThrow();
});

test("it leaves no global behind but Shopbell", () => {
  const page = new Window({ url: "https://shop.example/" });
  Object.assign(page, { visualViewport: null });
  const before = new Set(Object.keys(page));

  // A script's free names are those of its window.
  new Function("page", `with (page) {${served(longest(SENTENCE))}}`)(page);

  expect(Object.keys(page).filter((name) => !before.has(name))).toEqual(["Shopbell"]);
  expect(loader).toMatch(/^\(function\(\)\{|^\(\(\)=>\{/);
});

test("it never makes HTML or code from a string", () => {
  expect(loader).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\(/,
  );
});
