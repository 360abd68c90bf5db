import type { FaqDraft } from "@shopbell/protocol/faqs";

export interface Mistakes {
  readonly question?: string;
  readonly answer?: string;
}

const QUESTION_LENGTH = 120;
export const ANSWER_LENGTH = 600;

/** As the server counts: whole signs. */
export function lengthOf(text: string): number {
  return Array.from(text.trim()).length;
}

/** The codes of what is wrong, so that it is said before anything is sent. The server decides. */
export function mistakesIn({ question, answer }: FaqDraft): Mistakes {
  return {
    ...(!question.trim() && { question: "question_empty" }),
    ...(lengthOf(question) > QUESTION_LENGTH && { question: "question_too_long" }),
    ...(!answer.trim() && { answer: "answer_empty" }),
    ...(lengthOf(answer) > ANSWER_LENGTH && { answer: "answer_too_long" }),
  };
}
