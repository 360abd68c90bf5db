import { defineConfig } from "vite";

/** The loader: one classic script without imports, `dist/loader.js`; the server puts the store's settings into it. */
export default defineConfig({
  build: {
    outDir: "dist",
    // The panel's build is there already.
    emptyOutDir: false,
    target: "es2022",
    cssTarget: ["chrome123", "edge123", "firefox129", "safari17.5", "ios17.5"],
    lib: {
      entry: "loader/src/main.ts",
      formats: ["iife"],
      name: "ShopbellLoader",
      fileName: () => "loader.js",
    },
  },
});
