import { expect, test } from "vitest";
import { leadTo } from "./lead-to.ts";

const SHOP = "https://shop.example/";

test("what is in the shop opens where the shop is, the rest beside it", () => {
  expect(leadTo("https://shop.example/bowl", SHOP)?.target).toBe("_top");
  expect(leadTo("https://other.example/bowl", SHOP)?.target).toBe("_blank");
  expect(leadTo("https://shop.example/bowl", "")?.target).toBe("_blank");
});

test("what is no address of the web leads nowhere", () => {
  for (const wrong of ["javascript:alert(1)", "data:text/html,x", "bowl", "", null]) {
    expect(leadTo(wrong, SHOP), String(wrong)).toBeUndefined();
  }
});
