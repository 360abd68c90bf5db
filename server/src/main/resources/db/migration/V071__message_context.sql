-- What was before the eyes of whoever wrote a message: the page they were on, and what was in their cart. Each different cart is kept
-- once for a conversation.
CREATE TABLE cart_snapshot (
    store_id        uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    digest          bytea       NOT NULL,  -- of the cart it is a copy of
    currency        text        NOT NULL,
    items           jsonb       NOT NULL,
    changed_at      timestamptz NOT NULL,  -- when it had become so

    CONSTRAINT cart_snapshot_is_kept_once     PRIMARY KEY (store_id, conversation_id, digest),
    CONSTRAINT cart_snapshot_in_conversation  FOREIGN KEY (store_id, conversation_id) REFERENCES conversation
);
CALL keep_stores_apart('cart_snapshot');
GRANT SELECT, INSERT, DELETE ON cart_snapshot TO shopbell_server;

CREATE TABLE message_context (
    store_id        uuid  NOT NULL,
    conversation_id uuid  NOT NULL,
    client_id       uuid  NOT NULL,  -- of the message: it has no place yet when this is kept
    page_url        text,            -- without query and fragment
    page_title      text,
    cart_digest     bytea,

    CONSTRAINT message_context_is_one_row      PRIMARY KEY (store_id, conversation_id, client_id),
    CONSTRAINT message_context_in_conversation FOREIGN KEY (store_id, conversation_id) REFERENCES conversation,
    CONSTRAINT message_context_cart_is_kept    FOREIGN KEY (store_id, conversation_id, cart_digest) REFERENCES cart_snapshot,
    CONSTRAINT message_context_says_something  CHECK (page_url IS NOT NULL OR cart_digest IS NOT NULL),
    CONSTRAINT message_context_url_length      CHECK (char_length(page_url) <= 2000),
    CONSTRAINT message_context_title_length    CHECK (char_length(page_title) <= 300)
);
CALL keep_stores_apart('message_context');
GRANT SELECT, INSERT, DELETE ON message_context TO shopbell_server;
