import { expect, test } from "vitest";
import { textOf } from "./file-text.ts";

test("a file is read as UTF-8, and as what older spreadsheets write where it is none", async () => {
  expect(await textOf(new Blob(["größe 👍"]))).toBe("größe 👍");
  expect(await textOf(new Blob([new Uint8Array([0x67, 0x72, 0xf6, 0xdf, 0x65])]))).toBe("größe");
});
