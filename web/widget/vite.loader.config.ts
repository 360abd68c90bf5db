import { defineConfig } from "vite";

/** The loader: one classic script without imports, `dist/loader/loader.js`; the server puts the store's settings in front. */
export default defineConfig({
  build: {
    outDir: "dist/loader",
    emptyOutDir: true,
    target: "es2020",
    lib: {
      entry: "loader/src/loader.ts",
      formats: ["iife"],
      name: "ShopbellLoader",
      fileName: () => "loader.js",
    },
  },
});
