import { expect, test } from "vitest";
import { asDownload, shopperFile, staffFile } from "./addresses.ts";

test("a download is asked for in the words the server knows, whatever else the address says", () => {
  expect(asDownload(staffFile("s", "c", "a", "content"))).toBe(
    "/api/staff/stores/s/conversations/c/attachments/a/content?download=true",
  );
  expect(asDownload(shopperFile("key", "token", "a", "content"))).toBe(
    "/api/widget/key/files/a/content?viewer=token&download=true",
  );
});
