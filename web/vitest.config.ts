import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: ["protocol", "sync", "inbox", "widget"],
    reporters: ["default", ["json", { outputFile: "target/vitest.json" }]],
  },
});
