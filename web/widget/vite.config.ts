import { defineConfig } from "vitest/config";

/** The panel: a page of its own in an iframe, its assets under /widget/assets/. */
export default defineConfig({
  root: "panel",
  base: "/widget/",
  build: { outDir: "../dist/panel", emptyOutDir: true, manifest: true, target: "es2022" },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: { name: "widget", root: ".", environment: "happy-dom", passWithNoTests: true },
});
