import react from "@vitejs/plugin-react";
import emoji from "emojibase-data/en/data.json" with { type: "json" };
import emojibase from "emojibase-data/en/shortcodes/emojibase.json" with { type: "json" };
import github from "emojibase-data/en/shortcodes/github.json" with { type: "json" };
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

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

/** Older devices show a box for what is newer than this. */
const NEWEST_EMOJI = 15.1;
const SKIN_TONES = 2;
const EMOJI = "virtual:emoji";

/** The emoji and how they are called, from the data of Unicode: of that only what the inbox needs. */
function emojiList(): Plugin {
  const codesOf = (hexcode: string) =>
    [github, emojibase].flatMap((codes: Record<string, string | string[]>) => codes[hexcode] ?? []);
  return {
    name: "emoji-list",
    resolveId: (source) => (source === EMOJI ? `\0${EMOJI}` : null),
    load(id) {
      if (id !== `\0${EMOJI}`) return null;
      const list = emoji
        .filter(
          ({ group, version }) =>
            group !== undefined && group !== SKIN_TONES && version <= NEWEST_EMOJI,
        )
        .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
        .map(({ emoji, label, group, hexcode, tags }) => [
          emoji,
          label,
          group,
          [...new Set(codesOf(hexcode))],
          (tags ?? []).join(" "),
        ]);
      return `export const emoji = ${JSON.stringify(list)};`;
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
