-- A link in a mail proves that whoever presses it reads what is sent to that address. Kept are hashes alone: of the link, and of the claim
-- that the browser which pressed it shows once.
CREATE TABLE email_confirmation (
    store_id        uuid        NOT NULL,
    link_hash       bytea       NOT NULL,
    conversation_id uuid        NOT NULL,  -- whose answers the mail carries
    email           text        NOT NULL,  -- whom it went to, in lower case
    expires_at      timestamptz NOT NULL,
    used_at         timestamptz,           -- when its button was first pressed
    claim_hash      bytea,                 -- of what was drawn when it was last pressed
    claimed_by      bytea,                 -- the secret of the one browser that it confirmed, as in visitor

    CONSTRAINT email_confirmation_has_one_link       PRIMARY KEY (store_id, link_hash),
    CONSTRAINT email_confirmation_has_one_claim      UNIQUE (store_id, claim_hash),
    CONSTRAINT email_confirmation_in_a_conversation  FOREIGN KEY (store_id, conversation_id) REFERENCES conversation,
    CONSTRAINT email_confirmation_email_length       CHECK (char_length(email) BETWEEN 3 AND 254),
    CONSTRAINT email_confirmation_used_with_a_claim  CHECK ((used_at IS NULL) = (claim_hash IS NULL)),
    CONSTRAINT email_confirmation_claimed_after_use  CHECK (claimed_by IS NULL OR used_at IS NOT NULL)
);
CREATE INDEX email_confirmation_by_end ON email_confirmation (store_id, expires_at);
CALL keep_stores_apart('email_confirmation');
GRANT SELECT, INSERT, UPDATE, DELETE ON email_confirmation TO shopbell_server;

-- Whoever has proven an address, and of whom the store itself does not say who they are, is one customer. Of the others it matters whether
-- the store said anything about their address.
ALTER TABLE customer
    ADD COLUMN proven_email  text,
    ADD COLUMN email_vouched boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT customer_proven_is_not_vouched_for CHECK (proven_email IS NULL OR linked_by IS DISTINCT FROM 'token'),
    ADD CONSTRAINT customer_proven_is_verified        CHECK (proven_email IS NULL
                                                             OR (email_verified_at IS NOT NULL AND email = proven_email));
CREATE UNIQUE INDEX customer_has_proven_email ON customer (store_id, proven_email) WHERE proven_email IS NOT NULL;

UPDATE customer SET email_vouched = true WHERE linked_by = 'token' AND email IS NOT NULL;
