import { defineConfig } from "vitest/config";

/** The panel: a page of its own in an iframe, `dist/panel.html`, its files under /widget/assets/. */
export default defineConfig({
  root: "panel",
  base: "/widget/",
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    cssTarget: ["chrome123", "edge123", "firefox129", "safari17.5", "ios17.5"],
    modulePreload: false,
    // The page's policy allows no other place for styles and scripts than files of their own.
    assetsInlineLimit: 0,
    rolldownOptions: { input: "panel/panel.html" },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // Not the panel alone: the loader has tests as well.
  test: { name: "widget", root: new URL(".", import.meta.url).pathname, environment: "happy-dom" },
});
