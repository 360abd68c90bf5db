import { expect, test } from "vitest";
import { linkable } from "./address.ts";

test.each([
  ["https://example.com/a?b=1#c", "https://example.com/a?b=1#c"],
  [" example.com/returns ", "https://example.com/returns"],
  ["www.example.com", "https://www.example.com"],
  ["shop@example.com", "shop@example.com"],
  ["tel:+48123456", "tel:+48123456"],
  ["javascript:alert(1)", null],
  ["data:text/html,x", null],
  ["two words", null],
  ["", null],
])("%j becomes %j", (typed, address) => {
  expect(linkable(typed)).toBe(address);
});
