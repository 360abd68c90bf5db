import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  build: { manifest: true, target: "es2022" },
  test: { name: "inbox", environment: "happy-dom", passWithNoTests: true },
});
