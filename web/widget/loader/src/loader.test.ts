// @vitest-environment node
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { beforeAll, expect, test } from "vitest";
import type { LoaderSettings } from "./settings.ts";

const TOKEN = "__SHOPBELL_SETTINGS__";
const BUDGET = 3000;

/** As the server puts them in, at their longest: a long address, and a launcher that says a sentence. */
const LONGEST: LoaderSettings = {
  key: "q7hd2mzk4wtx",
  chat: true,
  brand: "#2F4A3E",
  onBrand: "#F1E9D8",
  position: "start",
  offsetX: 137,
  offsetY: 248,
  launcher: "icon_text",
  launcherText: "تحدّث مع ورشة الخزف في الإسكندرية",
  origin: "https://customer-messages.hearthlow-pottery-workshop.example:8443",
};

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
  expect(gzipSync(served(LONGEST), { level: 9 }).length).toBeLessThanOrEqual(BUDGET);
});

test("the place for the settings is there exactly once", () => {
  expect(loader.split(TOKEN)).toHaveLength(2);
});

test("any settings leave it a script", () => {
  const launcherText = `</script><!-- \u2028\u2029 $${"{1}"} \`$'\` \\ "'`;

  expect(() => new Function(served({ ...LONGEST, launcherText }))).not.toThrow();
});

test("it leaves no global behind but Shopbell", () => {
  const script = `var window = {}, document = { currentScript: null }, addEventListener = () => {};
    ${loader.replace(TOKEN, "{}")}
    return Object.keys(window);`;

  expect(new Function(script)()).toEqual(["Shopbell"]);
  expect(loader).toMatch(/^\(function\(\)\{|^\(\(\)=>\{/);
});

test("it never makes HTML or code from a string", () => {
  expect(loader).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\(/,
  );
});
