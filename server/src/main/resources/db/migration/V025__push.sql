-- Where a browser is reached while no page of the inbox is open in it. It ends with the session it began in: whoever signs out, or is
-- signed out, is told nothing more there.
CREATE TABLE push_subscription (
    store_id        uuid        NOT NULL,
    subscription_id uuid        NOT NULL,
    staff_id        uuid        NOT NULL,
    session_id      uuid        NOT NULL,
    endpoint        text        NOT NULL,
    public_key      bytea       NOT NULL,  -- the browser's, P-256, uncompressed
    auth_secret     bytea       NOT NULL,
    created_at      timestamptz NOT NULL,

    CONSTRAINT push_subscription_has_one_id     PRIMARY KEY (store_id, subscription_id),
    CONSTRAINT push_subscription_is_one_browser UNIQUE (store_id, endpoint),
    CONSTRAINT push_subscription_is_of_the_team FOREIGN KEY (store_id, staff_id) REFERENCES membership (store_id, staff_id),
    CONSTRAINT push_subscription_in_a_session   FOREIGN KEY (session_id) REFERENCES staff_session (session_id) ON DELETE CASCADE,
    CONSTRAINT push_subscription_endpoint_length CHECK (char_length(endpoint) BETWEEN 1 AND 1000),
    CONSTRAINT push_subscription_public_key_length CHECK (octet_length(public_key) = 65),
    CONSTRAINT push_subscription_auth_secret_length CHECK (octet_length(auth_secret) = 16)
);
CREATE INDEX push_subscription_of_staff ON push_subscription (store_id, staff_id);
CREATE INDEX push_subscription_of_session ON push_subscription (session_id);
CALL keep_stores_apart('push_subscription');
GRANT SELECT, INSERT, UPDATE, DELETE ON push_subscription TO shopbell_server;

-- One row: the key by which push services know this installation. The private half is sealed with the installation's secret.
CREATE TABLE push_key (
    only_one           boolean NOT NULL DEFAULT true,
    public_key         bytea   NOT NULL,
    sealed_private_key bytea   NOT NULL,

    CONSTRAINT push_key_is_one_row    PRIMARY KEY (only_one),
    CONSTRAINT push_key_has_true_flag CHECK (only_one)
);
GRANT SELECT, INSERT, UPDATE ON push_key TO shopbell_server;
