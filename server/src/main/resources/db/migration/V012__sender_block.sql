-- Blocking a sender can hold for the network address they last began to write from, for some days. Addresses are kept as hashes with a key
-- that is not in the database.
ALTER TABLE visitor ADD COLUMN address_hash bytea;

CREATE TABLE blocked_address (
    store_id        uuid        NOT NULL,
    address_hash    bytea       NOT NULL,
    conversation_id uuid        NOT NULL,  -- whose sender it was
    blocked_until   timestamptz NOT NULL,

    CONSTRAINT blocked_address_listed_once        PRIMARY KEY (store_id, address_hash, conversation_id),
    CONSTRAINT blocked_address_of_a_conversation  FOREIGN KEY (store_id, conversation_id) REFERENCES conversation
);
CREATE INDEX blocked_address_of_conversation ON blocked_address (store_id, conversation_id);
CALL keep_stores_apart('blocked_address');
GRANT SELECT, INSERT, UPDATE, DELETE ON blocked_address TO shopbell_server;

-- A block holds for everybody who has proven the same e-mail address.
CREATE INDEX customer_by_verified_email ON customer (store_id, lower(email)) WHERE email_verified_at IS NOT NULL;
