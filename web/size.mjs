// Gzip bytes of what a browser must load, against the budgets of size.json. Exact, so a budget can be held by a test.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const web = import.meta.dirname;

/** What a Vite entry loads before it runs: itself, its static imports and their styles; lazy chunks are not counted. */
function loadedAtFirst(dist, entry) {
  const manifest = JSON.parse(readFileSync(join(web, dist, ".vite/manifest.json"), "utf8"));
  const page = readFileSync(join(web, dist, entry), "utf8");
  const files = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${dist} has no entry ${key}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  // An entry that is nothing but one shared chunk has no line of its own: the page names the chunk.
  const named = Object.keys(manifest).filter((key) => page.includes(`/${manifest[key].file}"`));
  for (const key of manifest[entry] ? [entry] : named) visit(key);
  if (files.size === 0) throw new Error(`${dist} has no entry ${entry}`);
  return [...files, ...readdirSync(join(web, dist)).filter((name) => name.endsWith(".html"))];
}

/** With a store's settings in it, as the server serves the loader: here long ones, since no store may break the budget. */
function gzipBytes(path, settings) {
  const content = readFileSync(join(web, path), "utf8");
  const served = settings
    ? content.replace("__SHOPBELL_SETTINGS__", () => JSON.stringify(settings))
    : content;
  return gzipSync(served, { level: 9 }).length;
}

/** Of files of which a browser loads one, such as languages: the largest counts. */
function largestOf(dist, keys) {
  if (keys.length === 0) return 0;
  const manifest = JSON.parse(readFileSync(join(web, dist, ".vite/manifest.json"), "utf8"));
  return Math.max(...keys.map((key) => gzipBytes(join(dist, manifest[key].file))));
}

let over = false;
for (const { name, dist, entry, file, only, oneOf = [], settings, limit } of JSON.parse(
  readFileSync(join(web, "size.json"), "utf8"),
)) {
  const files = (file ? [file] : loadedAtFirst(dist, entry)).filter(
    (path) => !only || path.endsWith(only),
  );
  const bytes =
    files.reduce((sum, path) => sum + gzipBytes(join(dist, path), settings), 0) +
    largestOf(dist, oneOf);
  const fits = files.length > 0 && bytes <= limit;
  over ||= !fits;
  console.log(`${fits ? "fits" : "TOO LARGE"}  ${name}: ${bytes} of ${limit} bytes gzip`);
}
process.exitCode = over ? 1 : 0;
