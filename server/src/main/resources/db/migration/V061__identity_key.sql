-- By what a store signs who its customers are: a secret it shares with us, or the public half of a key of its own. Two, so that one can
-- take the other's place while both are good.
CREATE TABLE identity_key (
    store_id        uuid        NOT NULL REFERENCES store,
    identity_key_id uuid        NOT NULL,
    name            text        NOT NULL,
    algorithm       text        NOT NULL,
    sealed          bytea       NOT NULL,  -- secret or public key, sealed for this store and id: nonce, AES-GCM
    created_by      uuid        NOT NULL REFERENCES staff,
    created_at      timestamptz NOT NULL,
    last_used_at    timestamptz,           -- to the minute

    CONSTRAINT identity_key_has_one_id       PRIMARY KEY (store_id, identity_key_id),
    CONSTRAINT identity_key_name_is_one_keys UNIQUE (store_id, name),
    CONSTRAINT identity_key_name_length      CHECK (char_length(name) BETWEEN 1 AND 60),
    CONSTRAINT identity_key_algorithm_known  CHECK (algorithm IN ('hs256', 'ed25519'))
);
CALL keep_stores_apart('identity_key');
GRANT SELECT, INSERT, UPDATE, DELETE ON identity_key TO shopbell_server;
