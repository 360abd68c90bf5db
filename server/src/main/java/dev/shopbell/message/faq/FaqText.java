package dev.shopbell.message.faq;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.PlainText;

/// What an FAQ says, in one language: the question on one line, the answer on as many as it takes.
/// Hidden, it is kept for later.
public record FaqText(FaqLanguage language, String question, String answer, boolean shown) {

    private static final int QUESTION_LENGTH = 120;
    private static final int ANSWER_LENGTH = 600;

    public FaqText {
        question = PlainText.name(question);
        if (!PlainText.isVisible(question) || !PlainText.isStorable(question)) {
            throw new RefusedException(FaqRefusal.QUESTION_EMPTY, "question");
        }
        if (PlainText.length(question) > QUESTION_LENGTH) {
            throw new RefusedException(FaqRefusal.QUESTION_TOO_LONG, "question");
        }
        answer = PlainText.stripped(answer);
        if (!PlainText.isVisible(answer) || !PlainText.isStorable(answer)) {
            throw new RefusedException(FaqRefusal.ANSWER_EMPTY, "answer");
        }
        if (PlainText.length(answer) > ANSWER_LENGTH) {
            throw new RefusedException(FaqRefusal.ANSWER_TOO_LONG, "answer");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
