import { expect, test } from "vitest";
import { priceIn } from "./price.ts";

test("each currency has digits of its own", () => {
  expect(priceIn("en", 13_200, "EUR")).toBe("€132.00");
  expect(priceIn("en", 1_999, "JPY")).toBe("¥1,999");
  expect(priceIn("en", 1_500, "KWD")).toBe("KWD 1.500".replace(" ", "\u00a0"));
  expect(priceIn("en", 0, "EUR")).toBe("€0.00");
});
