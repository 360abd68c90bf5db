package dev.shopbell.message.faq;

import dev.shopbell.platform.http.Refusal;

/// Why an FAQ stays as it is.
public enum FaqRefusal implements Refusal {
    QUESTION_EMPTY(422),
    QUESTION_TOO_LONG(422),
    ANSWER_EMPTY(422),
    ANSWER_TOO_LONG(422),
    /// No code of ISO 639.
    LANGUAGE_UNKNOWN(422),
    /// The store has as many as it can have.
    FAQS_TOO_MANY(409);

    private final int status;

    FaqRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
