import { expect, test } from "vitest";
import { drawVisitor, readVisitor, writeVisitor } from "./visitor.ts";

test("the secret is 32 random bytes in base64url", () => {
  const drawn = Array.from({ length: 50 }, () => drawVisitor().secret);

  for (const secret of drawn) expect(secret).toMatch(/^[\w-]{43}$/);
  expect(new Set(drawn).size).toBe(50);
});

test("what was written can be read", () => {
  const visitor = drawVisitor();

  expect(readVisitor(writeVisitor(visitor))).toEqual(visitor);
});

test.each([
  null,
  undefined,
  "",
  "null",
  "[]",
  "{oops",
  '{"secret":"short","conversation":"x","known":true}',
  writeVisitor({ ...drawVisitor(), secret: `${"a".repeat(42)}/` }),
])("%j is no visitor", (kept) => {
  expect(readVisitor(kept)).toBeNull();
});
