-- Answers that were prepared, and who used which how often.

-- The words to find a prepared answer by: as search compares them, and their English stems, so that "orders" finds "order".
-- Variables are no words.
CREATE FUNCTION answer_words(written text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    search_words(regexp_replace(written, '\{[a-z_.]+\}', ' ', 'g'))
    || to_tsvector('pg_catalog.english', search_text(regexp_replace(written, '\{[a-z_.]+\}', ' ', 'g')));

CREATE TABLE quick_reply (
    store_id       uuid        NOT NULL REFERENCES store,
    quick_reply_id uuid        NOT NULL,  -- drawn by whoever makes it
    title          text        NOT NULL,
    shortcut       text        NOT NULL,  -- in small letters, without the / it is typed behind
    body           text        NOT NULL,
    position       integer     NOT NULL,  -- the store's own order; gaps mean nothing
    created_by     uuid        NOT NULL REFERENCES staff,
    changed_at     timestamptz NOT NULL,
    title_words    tsvector    GENERATED ALWAYS AS (answer_words(title || ' ' || shortcut)) STORED,
    body_words     tsvector    GENERATED ALWAYS AS (answer_words(body)) STORED,

    CONSTRAINT quick_reply_has_one_id         PRIMARY KEY (store_id, quick_reply_id),
    CONSTRAINT quick_reply_shortcut_names_one UNIQUE (store_id, shortcut),
    CONSTRAINT quick_reply_title_length       CHECK (char_length(title) BETWEEN 1 AND 80),
    CONSTRAINT quick_reply_shortcut_length    CHECK (char_length(shortcut) BETWEEN 1 AND 32),
    CONSTRAINT quick_reply_body_length        CHECK (char_length(body) BETWEEN 1 AND 10000)
);
CALL keep_stores_apart('quick_reply');
GRANT SELECT, INSERT, UPDATE, DELETE ON quick_reply TO shopbell_server;

CREATE TABLE quick_reply_use (
    store_id       uuid NOT NULL,
    quick_reply_id uuid NOT NULL,
    message_id     uuid NOT NULL,  -- of the message it was used in: a repeat counts once
    staff_id       uuid NOT NULL REFERENCES staff,

    CONSTRAINT quick_reply_use_counts_once PRIMARY KEY (store_id, quick_reply_id, message_id),
    CONSTRAINT quick_reply_use_is_of_one   FOREIGN KEY (store_id, quick_reply_id) REFERENCES quick_reply ON DELETE CASCADE
);
CALL keep_stores_apart('quick_reply_use');
GRANT SELECT, INSERT, DELETE ON quick_reply_use TO shopbell_server;
