// @vitest-environment node
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { beforeAll, expect, test } from "vitest";
import { SETTINGS } from "../../testkit/settings.ts";

const TOKEN = "__SHOPBELL_SETTINGS__";
const BUDGET = 3000;

let loader = "";

function served(settings: object): string {
  return loader.replace(TOKEN, () =>
    JSON.stringify({ origin: "https://chat.example", ...settings }),
  );
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
  expect(gzipSync(served(SETTINGS), { level: 9 }).length).toBeLessThanOrEqual(BUDGET);
});

test("the place for the settings is there exactly once", () => {
  expect(loader.split(TOKEN)).toHaveLength(2);
});

test("any settings leave it a script", () => {
  const store = `</script><!-- \u2028\u2029 $${"{1}"} \`$'\` \\ "'`;

  expect(() => new Function(served({ ...SETTINGS, store, greeting: store }))).not.toThrow();
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
