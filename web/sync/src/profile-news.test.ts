import { expect, test } from "vitest";
import {
  hearProfile,
  mayHaveMissed,
  NO_PROFILE_NEWS,
  newsOf,
  newsOfPages,
} from "./profile-news.ts";

const anna = { conversation: "anna" };

test("what is told of one customer is news of that one", () => {
  const once = hearProfile(NO_PROFILE_NEWS, anna);
  const heard = hearProfile(once, anna);

  expect(newsOf(heard, "anna")).not.toBe(newsOf(NO_PROFILE_NEWS, "anna"));
  expect(newsOf(heard, "anna")).not.toBe(newsOf(once, "anna"));
  expect(newsOfPages(heard, "anna")).not.toBe(newsOfPages(once, "anna"));
  expect(newsOf(heard, "ben")).toBe(newsOf(NO_PROFILE_NEWS, "ben"));
});

test("another page is news of the pages alone", () => {
  const heard = hearProfile(NO_PROFILE_NEWS, { ...anna, part: "pages" });

  expect(newsOf(heard, "anna")).toBe(newsOf(NO_PROFILE_NEWS, "anna"));
  expect(newsOfPages(heard, "anna")).not.toBe(newsOfPages(NO_PROFILE_NEWS, "anna"));
  expect(newsOfPages(heard, "ben")).toBe(newsOfPages(NO_PROFILE_NEWS, "ben"));
});

test("a part that has no name here yet may be any", () => {
  const heard = hearProfile(NO_PROFILE_NEWS, { ...anna, part: "wishes" });

  expect(newsOf(heard, "anna")).not.toBe(newsOf(NO_PROFILE_NEWS, "anna"));
});

test("after an outage there may be news of everybody", () => {
  const back = mayHaveMissed(hearProfile(NO_PROFILE_NEWS, anna));

  expect(newsOf(back, "ben")).not.toBe(newsOf(NO_PROFILE_NEWS, "ben"));
});
