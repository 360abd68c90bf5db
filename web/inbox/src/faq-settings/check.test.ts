import { expect, test } from "vitest";
import { mistakesIn } from "./check.ts";

const mistakes = (question: string, answer: string) =>
  mistakesIn({ language: "en", question, answer, shown: true });

test("nothing is wrong with a question of 120 signs and an answer of 600", () => {
  expect(mistakes("🙂".repeat(120), ` ${"🙂".repeat(600)}\n`)).toEqual({});
});

test("what is empty or one sign too long has its code", () => {
  expect(mistakes(" ", "\n")).toEqual({ question: "question_empty", answer: "answer_empty" });
  expect(mistakes("q".repeat(121), "a".repeat(601))).toEqual({
    question: "question_too_long",
    answer: "answer_too_long",
  });
});
