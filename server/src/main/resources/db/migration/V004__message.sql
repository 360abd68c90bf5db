-- What was said, in the places given out while the conversation's row was locked. A stored message never changes.

CREATE TABLE message (
    store_id        uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    seq             bigint      NOT NULL,  -- 1, 2, 3 … within the conversation
    public_seq      bigint,                -- 1, 2, 3 … of what the customer may see; null for the rest
    client_id       uuid        NOT NULL,  -- the sender's choice, so that a repeated send is recognised
    kind            text        NOT NULL,
    author_id       uuid,                  -- the staff member who wrote it or did it
    body            text        NOT NULL,
    event           jsonb,
    sent_at         timestamptz NOT NULL,
    feed_seq        bigint      NOT NULL,  -- the store's position with which it became visible

    CONSTRAINT message_has_one_place        PRIMARY KEY (store_id, conversation_id, seq),
    CONSTRAINT message_sent_once            UNIQUE (store_id, conversation_id, client_id),
    CONSTRAINT message_public_place_is_one  UNIQUE (store_id, conversation_id, public_seq),
    CONSTRAINT message_is_in_a_conversation FOREIGN KEY (store_id, conversation_id) REFERENCES conversation,
    CONSTRAINT message_kind_known           CHECK (kind IN ('customer', 'staff', 'note', 'automation', 'event')),
    CONSTRAINT message_author_is_known      CHECK (CASE kind WHEN 'staff' THEN author_id IS NOT NULL
                                                             WHEN 'note' THEN author_id IS NOT NULL
                                                             WHEN 'event' THEN true
                                                             ELSE author_id IS NULL END),
    CONSTRAINT message_note_is_not_public   CHECK (kind <> 'note' OR public_seq IS NULL),
    CONSTRAINT message_says_something       CHECK ((kind = 'event') = (event IS NOT NULL)
                                                   AND (kind = 'event' OR char_length(body) >= 1)),
    CONSTRAINT message_body_length          CHECK (char_length(body) <= 10000)
);
CALL keep_stores_apart('message');
GRANT SELECT, INSERT ON message TO shopbell_server;
