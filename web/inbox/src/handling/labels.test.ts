import { expect, test } from "vitest";
import { allLabels, isKnown, labelName, toggled } from "./labels.ts";

test("a name has no outer blanks, and single ones inside", () => {
  expect(labelName("  late \t delivery ")).toBe("late delivery");
});

test("each label is there once, however it is written, by name", () => {
  expect(allLabels(["Returns", "Delivery"], ["returns", "Zebra"])).toEqual([
    "Delivery",
    "returns",
    "Zebra",
  ]);
  expect(isKnown(["Returns"], "RETURNS")).toBe(true);
  expect(isKnown(["Returns"], "Return")).toBe(false);
});

test("ticking adds, ticking again takes away", () => {
  expect(toggled(["Returns"], "Delivery")).toEqual(["Delivery", "Returns"]);
  expect(toggled(["Delivery", "Returns"], "Delivery")).toEqual(["Returns"]);
});
