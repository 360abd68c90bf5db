import { expect, test } from "vitest";
import { SETTINGS } from "../../../testkit/settings.ts";
import { texts } from "../../../testkit/texts.ts";
import { timesIn } from "../texts/times.ts";
import { isAboutContact } from "./about-contact.ts";
import { check, refusal, type Values } from "./check.ts";

const GOOD: Values = { message: "Hello", email: "anna@example.com", name: "" };

function problems(values: Partial<Values>, settings = {}) {
  const times = timesIn("en", "en-GB", texts.en);
  return check({ ...GOOD, ...values }, { ...SETTINGS, ...settings }, texts.en, times);
}

test("a complete form has no problem", () => {
  expect(problems({})).toEqual({});
});

test("a picture needs no words", () => {
  const times = timesIn("en", "en-GB", texts.en);
  const wordless = { ...GOOD, message: " " };
  expect(check(wordless, SETTINGS, texts.en, times, true)).toEqual({});
  expect(check(wordless, SETTINGS, texts.en, times)).toEqual({ message: texts.en.messageEmpty });
});

test.each(["anna", "anna@", "@example.com", "anna@example", "an na@example.com", "a@b@c.d"])(
  "%j is not a complete e-mail",
  (email) => {
    expect(problems({ email })).toEqual({ email: texts.en.emailIncomplete });
  },
);

test.each([
  "anna@example.com",
  " anna@example.com ",
  "o'neil+shop@mail.example.co.uk",
  "anna@bücher.example",
])("%j is one", (email) => {
  expect(problems({ email })).toEqual({});
});

test("what is asked for depends on the settings", () => {
  expect(problems({ email: "" })).toEqual({ email: texts.en.emailRequired });
  expect(problems({ email: "" }, { email: "optional" })).toEqual({});
  expect(problems({ email: "anna@" }, { email: "optional" })).toEqual({
    email: texts.en.emailIncomplete,
  });
  expect(problems({ email: "anna@" }, { email: "off" })).toEqual({});
  expect(problems({ name: " " }, { name: "required" })).toEqual({ name: texts.en.nameRequired });
});

test("a message has between 1 and 10,000 characters, and an emoji is one", () => {
  expect(problems({ message: " \n " })).toEqual({ message: texts.en.messageEmpty });
  expect(problems({ message: "😀".repeat(10_000) })).toEqual({});
  expect(problems({ message: "😀".repeat(10_001) })).toEqual({
    message: "This message has 10,001 characters. It can have up to 10,000.",
  });
});

test("every refusal of a contact stands beside a field", () => {
  for (const code of [
    "contact_email_required",
    "contact_email_incomplete",
    "contact_email_too_long",
    "contact_name_required",
    "contact_name_too_long",
  ]) {
    expect(isAboutContact(code)).toBe(true);
    expect(Object.values(refusal(code, texts.en))).toHaveLength(1);
  }
  expect(isAboutContact("text_too_long")).toBe(false);
  expect(isAboutContact(null)).toBe(false);
});
