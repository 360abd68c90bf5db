-- Whoever is known to be somebody takes the thread of their browser along. Messages never move: of two threads the older is closed and says in
-- which one it goes on; one is open.
ALTER TABLE conversation
    DROP CONSTRAINT conversation_one_per_customer,
    ADD COLUMN continued_in    uuid,                            -- closed: it goes on there
    ADD COLUMN continues       boolean NOT NULL DEFAULT false,  -- others go on here
    ADD COLUMN visitor_changes bigint  NOT NULL DEFAULT 0,      -- how often browsers that read it became somebody else's
    ADD CONSTRAINT conversation_goes_on_elsewhere    CHECK (continued_in <> conversation_id),
    ADD CONSTRAINT conversation_continued_is_over    CHECK (continued_in IS NULL OR (status = 'resolved' AND blocked_at IS NULL)),
    ADD CONSTRAINT conversation_goes_on_in_a_thread  FOREIGN KEY (store_id, continued_in) REFERENCES conversation;
CREATE UNIQUE INDEX conversation_open_is_one ON conversation (store_id, customer_id) WHERE continued_in IS NULL;
CREATE INDEX conversation_of_customer ON conversation (store_id, customer_id);
CREATE INDEX conversation_continued ON conversation (store_id, continued_in) WHERE continued_in IS NOT NULL;

GRANT UPDATE (customer_id) ON visitor TO shopbell_server;
