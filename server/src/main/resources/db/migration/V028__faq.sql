-- Questions that shoppers ask again and again, with their answers: the widget's home shows the first of each language.
CREATE TABLE faq (
    store_id       uuid        NOT NULL REFERENCES store,
    faq_id         uuid        NOT NULL,  -- drawn by whoever makes it
    language       text        NOT NULL,  -- of both, ISO 639
    question       text        NOT NULL,
    answer         text        NOT NULL,
    shown          boolean     NOT NULL,  -- to shoppers
    position       integer     NOT NULL,  -- the store's own order; gaps mean nothing
    created_by     uuid        NOT NULL REFERENCES staff,
    changed_at     timestamptz NOT NULL,
    question_words tsvector    GENERATED ALWAYS AS (answer_words(question)) STORED,
    answer_words   tsvector    GENERATED ALWAYS AS (answer_words(answer)) STORED,

    CONSTRAINT faq_has_one_id       PRIMARY KEY (store_id, faq_id),
    CONSTRAINT faq_language_is_code CHECK (language ~ '^[a-z]{2,3}$'),
    CONSTRAINT faq_question_length  CHECK (char_length(question) BETWEEN 1 AND 120),
    CONSTRAINT faq_answer_length    CHECK (char_length(answer) BETWEEN 1 AND 600)
);
CALL keep_stores_apart('faq');
GRANT SELECT, INSERT, UPDATE, DELETE ON faq TO shopbell_server;
