-- The last test of a store's e-mail, while it runs and afterwards. One row a store, so that there is one at a time.
CREATE TABLE email_check (
    store_id        uuid        NOT NULL REFERENCES store,
    check_id        uuid        NOT NULL,
    version         integer     NOT NULL,  -- of the settings; 0: the installation's
    token_hash      bytea       NOT NULL,  -- of what its mails carry
    steps           jsonb       NOT NULL,
    started_at      timestamptz NOT NULL,
    deadline_at     timestamptz NOT NULL,  -- a test that runs longer has died with its server
    ended_at        timestamptz,
    worked          boolean,
    arrived_at      timestamptz,           -- through the SMTP door
    plus_arrived_at timestamptz,

    CONSTRAINT email_check_is_the_last          PRIMARY KEY (store_id),
    CONSTRAINT email_check_token_is_of_one      UNIQUE (token_hash),
    CONSTRAINT email_check_ends_with_an_outcome CHECK ((ended_at IS NULL) = (worked IS NULL))
);
CALL keep_stores_apart('email_check');
GRANT SELECT, INSERT, UPDATE ON email_check TO shopbell_server;

CREATE FUNCTION store_of_email_check(token bytea) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS 'SELECT store_id FROM email_check WHERE token_hash = token';
REVOKE EXECUTE ON FUNCTION store_of_email_check FROM PUBLIC;
GRANT EXECUTE ON FUNCTION store_of_email_check TO shopbell_server;
