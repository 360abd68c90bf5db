import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { emojiList } from "../protocol/emoji-list.ts";

const EARLY_THEME = new URL("src/theme/early-theme.ts", import.meta.url).pathname;

/** Puts the script that sets the theme before everything that paints; Vite itself only knows scripts that wait. */
function earlyTheme(): Plugin {
  return {
    name: "early-theme",
    enforce: "pre",
    buildStart() {
      if (this.environment.mode === "build") {
        this.emitFile({ type: "chunk", id: EARLY_THEME, name: "theme" });
      }
    },
    // A copy of its own: shared with the page it would be a module, and modules wait.
    async resolveId(source, importer) {
      if (importer !== EARLY_THEME) return null;
      const resolved = await this.resolve(source, importer);
      return resolved && `${resolved.id}?early`;
    },
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const chunk = Object.values(bundle ?? {}).find(
          (file) => file.type === "chunk" && file.name === "theme",
        );
        const src = chunk ? `/${chunk.fileName}` : `/@fs${EARLY_THEME}`;
        const attrs = chunk ? { src } : { src, type: "module" };
        return [{ tag: "script", attrs, injectTo: "head-prepend" }];
      },
    },
  };
}

const SERVICE_WORKER = new URL("worker/service-worker.ts", import.meta.url).pathname;

/** The script that browsers run without a page, under a name that never changes. It imports nothing of the app. */
function serviceWorker(): Plugin {
  return {
    name: "service-worker",
    buildStart() {
      if (this.environment.mode === "build") {
        const fileName = "inbox-assets/service-worker.js";
        this.emitFile({ type: "chunk", id: SERVICE_WORKER, fileName });
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), earlyTheme(), serviceWorker(), emojiList()],
  // Everything but the page itself lies under this one folder, so that the server can serve the page on every app route.
  build: {
    manifest: true,
    target: "es2022",
    assetsDir: "inbox-assets",
    assetsInlineLimit: 0,
  },
  test: { name: "inbox", environment: "happy-dom" },
});
