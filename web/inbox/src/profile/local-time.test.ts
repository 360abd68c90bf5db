import { expect, test } from "vitest";
import { localTime } from "./local-time.ts";

const noon = Date.UTC(2026, 10, 18, 12);
const here = new Date(noon).getTimezoneOffset();

test("the time there is told with how far it is from here", () => {
  const kolkata = 330 + here;
  const said = localTime("Asia/Kolkata", noon) ?? "";
  expect(said).toMatch(/(17:30|5:30\sPM)/u);
  if (kolkata === 330) expect(said).toContain("5 h 30 min ahead of yours");
  if (here === 0) {
    expect(localTime("America/New_York", noon)).toContain("5 h behind yours");
    expect(localTime("UTC", noon)).toContain("same as yours");
  }
});

test("a zone that is none says nothing", () => {
  expect(localTime("Mars/Olympus", noon)).toBeNull();
});
