-- Where a store's mail leaves and comes in, when it is not by the installation's servers. What is saved is used once a test of it worked or
-- somebody says so; until then mail goes on as before. Kept are what is used, what was saved last, and what last worked.
CREATE TABLE email_account (
    store_id        uuid        NOT NULL REFERENCES store,
    version         integer     NOT NULL,  -- 1, 2, 3 …: the order they were saved in
    is_used         boolean     NOT NULL,
    from_name       text        NOT NULL,
    from_address    text        NOT NULL,
    plus_addressing boolean     NOT NULL,  -- whether mail to chat+anything@ comes to chat@
    smtp_host       text        NOT NULL,
    smtp_port       integer     NOT NULL,
    smtp_security   text        NOT NULL,
    smtp_user       text,
    smtp_password   bytea,                 -- sealed for this store and field: version of the key, nonce, AES-GCM
    arrival         text        NOT NULL,
    imap_host       text,
    imap_port       integer,
    imap_security   text,
    imap_user       text,
    imap_password   bytea,
    imap_folder     text,
    saved_at        timestamptz NOT NULL,
    saved_by        uuid        NOT NULL REFERENCES staff,
    worked_at       timestamptz,           -- when a test of it worked

    CONSTRAINT email_account_has_one_number        PRIMARY KEY (store_id, version),
    CONSTRAINT email_account_smtp_security_known   CHECK (smtp_security IN ('tls', 'starttls', 'none')),
    CONSTRAINT email_account_imap_security_known   CHECK (imap_security IN ('tls', 'starttls', 'none')),
    CONSTRAINT email_account_arrival_known         CHECK (arrival IN ('imap', 'forwarding', 'none')),
    CONSTRAINT email_account_imap_says_where       CHECK ((arrival = 'imap') = (imap_host IS NOT NULL AND imap_port IS NOT NULL
                                                          AND imap_security IS NOT NULL AND imap_folder IS NOT NULL)),
    CONSTRAINT email_account_smtp_login_is_whole   CHECK ((smtp_user IS NULL) = (smtp_password IS NULL)),
    CONSTRAINT email_account_imap_login_is_whole   CHECK ((imap_user IS NULL) = (imap_password IS NULL))
);
CREATE UNIQUE INDEX email_account_used_is_one ON email_account (store_id) WHERE is_used;
CREATE INDEX email_account_by_address ON email_account (from_address) WHERE is_used AND worked_at IS NOT NULL;
CALL keep_stores_apart('email_account');
GRANT SELECT, INSERT, UPDATE, DELETE ON email_account TO shopbell_server;

-- Whose mailboxes are to be read.
CREATE FUNCTION stores_with_mailboxes() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT store_id FROM email_account WHERE is_used AND arrival = 'imap' $$;

-- Whose address this is: the store's that has shown by a test that mail to it arrives there, and was the first to. No store is asked for the
-- installation's own address, which belongs to a store only while there is one store.
CREATE FUNCTION store_at_address(address text, of_installation boolean) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    (SELECT store_id FROM email_account
      WHERE from_address = address AND is_used AND worked_at IS NOT NULL AND arrival <> 'none' AND NOT of_installation
      ORDER BY worked_at
      LIMIT 1)
    UNION ALL
    (SELECT store_id FROM store WHERE of_installation AND (SELECT count(*) FROM store) = 1)
    $$;

REVOKE EXECUTE ON FUNCTION stores_with_mailboxes, store_at_address FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stores_with_mailboxes, store_at_address TO shopbell_server;
