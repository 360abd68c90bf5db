import { expect, test } from "vitest";
import { isQuiet } from "./quiet.ts";

const at = (time: string) => new Date(`2026-11-16T${time}Z`);
const night = { from: "22:00", to: "07:30", timeZone: "Europe/Warsaw" };

test("quiet hours go past midnight, by the clock of their person", () => {
  expect(isQuiet(night, at("20:59:59"))).toBe(false);
  expect(isQuiet(night, at("21:00:00"))).toBe(true);
  expect(isQuiet(night, at("23:10:00"))).toBe(true);
  expect(isQuiet(night, at("06:29:59"))).toBe(true);
  expect(isQuiet(night, at("06:30:00"))).toBe(false);
  expect(isQuiet({ ...night, timeZone: "America/New_York" }, at("21:00:00"))).toBe(false);
});

test("quiet hours within a day", () => {
  const noon = { from: "12:00", to: "13:00", timeZone: "UTC" };
  expect(isQuiet(noon, at("12:00:00"))).toBe(true);
  expect(isQuiet(noon, at("13:00:00"))).toBe(false);
});

test("whoever has none is never left in peace", () => {
  expect(isQuiet(null, at("03:00:00"))).toBe(false);
});
