import { expect, test } from "vitest";
import { hearProfile, mayHaveMissed, NO_PROFILE_NEWS, newsOf } from "./profile-news.ts";

test("what is told of one customer is news of that one", () => {
  const heard = hearProfile(hearProfile(NO_PROFILE_NEWS, "anna"), "anna");

  expect(newsOf(heard, "anna")).not.toBe(newsOf(NO_PROFILE_NEWS, "anna"));
  expect(newsOf(heard, "anna")).not.toBe(newsOf(hearProfile(NO_PROFILE_NEWS, "anna"), "anna"));
  expect(newsOf(heard, "ben")).toBe(newsOf(NO_PROFILE_NEWS, "ben"));
});

test("after an outage there may be news of everybody", () => {
  const back = mayHaveMissed(hearProfile(NO_PROFILE_NEWS, "anna"));

  expect(newsOf(back, "ben")).not.toBe(newsOf(NO_PROFILE_NEWS, "ben"));
});
