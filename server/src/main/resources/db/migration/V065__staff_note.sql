-- What staff keep about somebody who writes, beside every thread of theirs. No customer ever sees it.
CREATE TABLE staff_note (
    store_id      uuid        NOT NULL,
    staff_note_id uuid        NOT NULL,  -- drawn by whoever writes it first
    customer_id   uuid        NOT NULL,
    body          text        NOT NULL,
    version       bigint      NOT NULL DEFAULT 1,
    author_id     uuid        NOT NULL REFERENCES staff,
    created_at    timestamptz NOT NULL,
    edited_by     uuid        NOT NULL REFERENCES staff,
    edited_at     timestamptz NOT NULL,

    CONSTRAINT staff_note_has_one_id     PRIMARY KEY (store_id, staff_note_id),
    CONSTRAINT staff_note_of_a_customer  FOREIGN KEY (store_id, customer_id) REFERENCES customer ON DELETE CASCADE,
    CONSTRAINT staff_note_body_length    CHECK (char_length(body) BETWEEN 1 AND 2000)
);
CREATE INDEX staff_note_by_customer ON staff_note (store_id, customer_id, created_at, staff_note_id);
CALL keep_stores_apart('staff_note');
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_note TO shopbell_server;
