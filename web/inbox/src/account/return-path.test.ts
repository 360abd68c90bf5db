import { expect, test } from "vitest";
import { loginPath, returnPath } from "./return-path.ts";

test("logging in leads back to where one was", () => {
  const from = "/inbox/messages/8a?view=unread";

  expect(returnPath(new URL(loginPath(from), location.origin).search)).toBe(from);
});

test.each([
  "https://evil.example/inbox",
  "//evil.example/inbox",
  "/\\evil.example/inbox",
  "javascript:alert(1)",
  "/inboxes",
  "/login",
  "/inbox/../login",
  "",
])("the address cannot lead to %j", (next) => {
  expect(returnPath(`?next=${encodeURIComponent(next)}`)).toBe("/inbox");
});
