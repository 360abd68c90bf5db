-- The tenant, the wall between tenants, and the counter that orders what a store's staff see.
-- The login that runs this owns every table; the server works as shopbell_server, which owns nothing.

DO $$
BEGIN
    CREATE ROLE shopbell_server NOLOGIN;
EXCEPTION
    WHEN duplicate_object THEN NULL;
END
$$;

DO $$
BEGIN
    GRANT shopbell_server TO CURRENT_USER;
EXCEPTION
    WHEN insufficient_privilege THEN NULL;  -- somebody else made the role and granted it; the server's start says so if not
END
$$;

GRANT USAGE ON SCHEMA public TO shopbell_server;

-- Second wall behind the WHERE clauses: without the store set, a statement sees and writes nothing.
CREATE PROCEDURE keep_stores_apart(tenant_table regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
        'CREATE POLICY only_the_store_that_is_set ON %s '
        'USING (store_id = NULLIF(current_setting(''shopbell.store'', true), '''')::uuid)', tenant_table);
END
$$;
REVOKE EXECUTE ON PROCEDURE keep_stores_apart FROM PUBLIC;

-- One row: this installation. The epoch names the history in which feed numbers count; restore, move and upgrade write a new one.
CREATE TABLE installation (
    only_one   boolean     NOT NULL DEFAULT true,
    epoch      uuid        NOT NULL DEFAULT gen_random_uuid(),
    public_url text,
    set_up_at  timestamptz,

    CONSTRAINT installation_is_one_row    PRIMARY KEY (only_one),
    CONSTRAINT installation_has_true_flag CHECK (only_one),
    CONSTRAINT installation_is_set_up_whole CHECK ((public_url IS NULL) = (set_up_at IS NULL))
);
INSERT INTO installation DEFAULT VALUES;
GRANT SELECT, UPDATE ON installation TO shopbell_server;

CREATE TABLE store (
    store_id   uuid        NOT NULL,
    name       text        NOT NULL,
    public_key text        NOT NULL,  -- names the store in the widget's addresses; no secret
    time_zone  text        NOT NULL,
    settings   jsonb       NOT NULL DEFAULT '{}',  -- what differs from the defaults in StoreSettings
    created_at timestamptz NOT NULL,

    CONSTRAINT store_has_one_id         PRIMARY KEY (store_id),
    CONSTRAINT store_key_names_one      UNIQUE (public_key),
    CONSTRAINT store_name_length        CHECK (char_length(name) BETWEEN 1 AND 100),
    CONSTRAINT store_settings_is_object CHECK (jsonb_typeof(settings) = 'object')
);
CALL keep_stores_apart('store');
GRANT SELECT, INSERT, UPDATE ON store TO shopbell_server;

-- The web origins of the shop: only their pages may frame the panel.
CREATE TABLE store_origin (
    store_id uuid NOT NULL REFERENCES store,
    origin   text NOT NULL,

    CONSTRAINT store_origin_listed_once PRIMARY KEY (store_id, origin)
);
CALL keep_stores_apart('store_origin');
GRANT SELECT, INSERT, DELETE ON store_origin TO shopbell_server;

-- The counter whose row lock makes the order of numbers the order of commits. Taken last in a transaction.
CREATE TABLE store_feed (
    store_id uuid   NOT NULL REFERENCES store,
    feed_seq bigint NOT NULL DEFAULT 0,

    CONSTRAINT store_feed_is_one_row PRIMARY KEY (store_id)
) WITH (fillfactor = 20);  -- room for in-page updates: this row changes with every message
CALL keep_stores_apart('store_feed');
GRANT SELECT, INSERT, UPDATE ON store_feed TO shopbell_server;

-- The few questions that no single store can answer. Each is a function of the owner, so that nothing else crosses stores.
CREATE FUNCTION store_with_key(wanted text) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS 'SELECT store_id FROM store WHERE public_key = wanted';

CREATE FUNCTION feed_positions(stores uuid[]) RETURNS TABLE (store_id uuid, feed_seq bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS 'SELECT f.store_id, f.feed_seq FROM store_feed f WHERE f.store_id = ANY (stores)';

REVOKE EXECUTE ON FUNCTION store_with_key, feed_positions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION store_with_key, feed_positions TO shopbell_server;
