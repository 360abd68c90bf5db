import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { emojiList } from "../protocol/emoji-list.ts";

/** What is fetched later brings its styles along: nothing has to be fetched before it, and no code is needed that would. */
function plainImports(): Plugin {
  return {
    name: "plain-imports",
    enforce: "pre",
    load: (id) =>
      id === "\0vite/preload-helper.js"
        ? "export const __vitePreload = (load) => load();"
        : undefined,
  };
}

const nameOf = (file: string) => /([^/]+)\.module\.css/.exec(file)?.[1] ?? "";

/** Not in the file that the panel opens with: fetched when it is first needed. */
const LATER =
  /virtual:emoji|panel\/src\/(?:adopt|cards\/|confirm\/|emoji\/|page\/|files\/|form\/(?!about)|home\/faqs|thread\/(?:to-latest|typing-dots|history)|texts\/(?:english|arabic))|protocol\/src\/(?:card|placeholder|faqs|emoji|shopper-history)|sync\/src\/shopper-(?:faqs|page|history)|sync\/src\/uploads\/(browser-uploads|uploads|look|film|picture|magic|names|file-storage|attachment-api|send-file|addresses|this-tab|upload)\.ts/;

/** The panel: a page of its own in an iframe, `dist/panel.html`, its files under /widget/assets/. */
export default defineConfig({
  root: "panel",
  base: "/widget/",
  plugins: [plainImports(), emojiList()],
  // No two style sheets have one name, and names pack better than hashes.
  css: { modules: { generateScopedName: (name, file) => `${name}-${nameOf(file)}` } },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    cssTarget: ["chrome123", "edge123", "firefox129", "safari17.5", "ios17.5"],
    modulePreload: false,
    // The page's policy allows no other place for styles and scripts than files of their own.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: "panel/panel.html",
      // All that the panel opens with in one file: what is fetched later would otherwise split it into many.
      output: {
        codeSplitting: {
          groups: [{ name: "panel", test: (id) => !LATER.test(id) }],
        },
      },
    },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // Not the panel alone: the loader has tests as well.
  test: { name: "widget", root: new URL(".", import.meta.url).pathname, environment: "happy-dom" },
});
