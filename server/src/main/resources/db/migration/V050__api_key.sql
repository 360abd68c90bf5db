-- What a store's own systems show to be let in at /api/v1. Of the key itself only the hash is kept.
CREATE TABLE api_key (
    store_id     uuid        NOT NULL REFERENCES store,
    api_key_id   uuid        NOT NULL,
    name         text        NOT NULL,
    secret_hash  bytea       NOT NULL,
    ending       text        NOT NULL,  -- of the key, by which people tell theirs from others
    scopes       text[]      NOT NULL,
    created_by   uuid        NOT NULL REFERENCES staff,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz,           -- to the minute

    CONSTRAINT api_key_has_one_id       PRIMARY KEY (store_id, api_key_id),
    CONSTRAINT api_key_has_its_secret   UNIQUE (secret_hash),
    CONSTRAINT api_key_name_is_one_keys UNIQUE (store_id, name),
    CONSTRAINT api_key_name_length      CHECK (char_length(name) BETWEEN 1 AND 60),
    CONSTRAINT api_key_allows_something CHECK (cardinality(scopes) BETWEEN 1 AND 20)
);
CALL keep_stores_apart('api_key');
GRANT SELECT, INSERT, UPDATE, DELETE ON api_key TO shopbell_server;

-- Whoever shows a key has named no store yet.
CREATE FUNCTION api_key_with_secret(wanted bytea)
    RETURNS TABLE (store_id uuid, api_key_id uuid, name text, scopes text[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS 'SELECT k.store_id, k.api_key_id, k.name, k.scopes FROM api_key k WHERE k.secret_hash = wanted';
REVOKE EXECUTE ON FUNCTION api_key_with_secret FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api_key_with_secret TO shopbell_server;
