-- What programs wrote to a store's forwarding address itself: providers ask there whether they may forward mail. For administrators to read.
CREATE TABLE forwarding_mail (
    store_id     uuid        NOT NULL REFERENCES store,
    content_hash bytea       NOT NULL,  -- the same mail comes once
    sender       text        NOT NULL,
    subject      text        NOT NULL,
    body         text        NOT NULL,
    received_at  timestamptz NOT NULL,

    CONSTRAINT forwarding_mail_kept_once      PRIMARY KEY (store_id, content_hash),
    CONSTRAINT forwarding_mail_subject_length CHECK (char_length(subject) <= 200),
    CONSTRAINT forwarding_mail_body_length    CHECK (char_length(body) <= 4000)
);
CALL keep_stores_apart('forwarding_mail');
GRANT SELECT, INSERT, DELETE ON forwarding_mail TO shopbell_server;

-- Whether a test that runs waits for mail to this address to be handed over. Until it worked the address is nobody's; without this, mail to it
-- would be refused and the test could never work. `of_installation`: the address is the installation's own.
CREATE FUNCTION is_address_in_test(address text, of_installation boolean, at timestamptz) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    SELECT EXISTS (
        SELECT FROM email_check c
          LEFT JOIN email_account a ON a.store_id = c.store_id AND a.version = c.version
         WHERE c.ended_at IS NULL AND c.deadline_at > at
           AND ((c.version = 0 AND of_installation)
                OR (a.from_address = address AND a.arrival = 'forwarding')))
    $$;
REVOKE EXECUTE ON FUNCTION is_address_in_test FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_address_in_test TO shopbell_server;

-- Which of the files that a mail brought its HTML may show, by the names (content ids) it has for them.
ALTER TABLE inbound_mail ADD COLUMN pictures jsonb NOT NULL DEFAULT '{}';
