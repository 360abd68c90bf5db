-- What one person typed into one conversation and has not sent. It stays theirs when the conversation is hidden from them.
CREATE TABLE draft (
    store_id        uuid        NOT NULL,
    staff_id        uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    kind            text        NOT NULL,
    body            text        NOT NULL,
    after_seq       bigint,                -- the last message its writer knew when they began; null when that is not known
    mentions        uuid[]      NOT NULL,
    changed_at      timestamptz NOT NULL,

    CONSTRAINT draft_is_one_per_thread    PRIMARY KEY (store_id, staff_id, conversation_id),
    CONSTRAINT draft_is_of_the_team       FOREIGN KEY (store_id, staff_id) REFERENCES membership,
    CONSTRAINT draft_is_in_a_conversation FOREIGN KEY (store_id, conversation_id) REFERENCES conversation,
    CONSTRAINT draft_kind_known           CHECK (kind IN ('staff', 'note')),
    CONSTRAINT draft_body_length          CHECK (char_length(body) BETWEEN 1 AND 20000)
);
CREATE INDEX draft_of_conversation ON draft (store_id, conversation_id);
CALL keep_stores_apart('draft');
GRANT SELECT, INSERT, UPDATE, DELETE ON draft TO shopbell_server;

-- Whom a note names.
ALTER TABLE message ADD COLUMN mentions uuid[] NOT NULL DEFAULT '{}';
