/**
 * Writes the shop's pages and pictures. With `--check` it writes nothing and fails when a committed file is not what
 * it would have written.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pictures } from "./drawing/pictures.js";
import { goods } from "./goods.js";
import { pages } from "./pages/pages.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const checking = process.argv.includes("--check");
const written = new Map([...pictures(), ...pages(), goods()]);

const stale = [];
for (const [path, content] of written) {
  if ((await readFile(join(root, path), "utf8").catch(() => null)) !== content) {
    stale.push(path);
    if (!checking) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
  }
}

const orphans = (await readdir(root, { recursive: true }))
  .filter((path) => /^(pictures\/.*\.svg|(products\/)?[^/]+\.html)$/.test(path) && !written.has(path));
if (!checking) {
  await Promise.all(orphans.map((path) => rm(join(root, path))));
}

const wrong = [...stale, ...orphans];
console.log(`${written.size} files, ${wrong.length} ${checking ? "out of date" : "changed"}`);
if (checking && wrong.length > 0) {
  console.error(`Run "npm run write" in demo-store. Out of date: ${wrong.join(", ")}`);
  process.exit(1);
}
