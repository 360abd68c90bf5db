import { defineConfig } from "vitest/config";
import { emojiList } from "./emoji-list.ts";

export default defineConfig({
  plugins: [emojiList()],
  test: { name: "protocol", environment: "node" },
});
