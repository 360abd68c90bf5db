-- What came by e-mail: each mail is taken once, whichever way and however often it arrives.

-- How a message came that came by mail: who it says it is from, whether that is the address of the thread, what was not taken along. A
-- stored message never changes, and neither does this.
ALTER TABLE message ADD COLUMN email jsonb;

-- Only a thread that began by mail is continued by whoever writes a fresh mail from its customer's address.
ALTER TABLE conversation
    ADD COLUMN began text NOT NULL DEFAULT 'chat',
    ADD CONSTRAINT conversation_began_somehow CHECK (began IN ('chat', 'email'));
CREATE INDEX customer_by_email ON customer (store_id, lower(email)) WHERE email IS NOT NULL;

CREATE TABLE inbound_mail (
    store_id        uuid        NOT NULL REFERENCES store,
    content_hash    bytea       NOT NULL,  -- of what its writer made, not of what servers added on the way
    became          text        NOT NULL,  -- 'message', 'note', 'bounce', 'explained'
    sender          text        NOT NULL,
    conversation_id uuid,
    message_id      uuid,                  -- the message it became, by its client_id
    is_known        boolean     NOT NULL,  -- came from the address of the thread
    body_text       text,                  -- the whole of it, for whoever wants to see more than the message shows
    body_html       text,                  -- as it came; cleaned when it is shown
    is_cut_off      boolean     NOT NULL,
    received_at     timestamptz NOT NULL,

    CONSTRAINT inbound_mail_taken_once            PRIMARY KEY (store_id, content_hash),
    CONSTRAINT inbound_mail_became_something      CHECK (became IN ('message', 'note', 'bounce', 'explained')),
    CONSTRAINT inbound_mail_is_in_a_conversation  FOREIGN KEY (store_id, conversation_id) REFERENCES conversation ON DELETE CASCADE,
    -- Deferred: it is written just before its message, whose statement is the last of a transaction.
    CONSTRAINT inbound_mail_goes_with_its_message FOREIGN KEY (store_id, conversation_id, message_id)
        REFERENCES message (store_id, conversation_id, client_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT inbound_mail_kept_with_its_message CHECK ((message_id IS NOT NULL) = (became = 'message')
                                                         AND (message_id IS NULL OR conversation_id IS NOT NULL)),
    CONSTRAINT inbound_mail_body_is_bounded       CHECK (char_length(body_text) <= 1048576 AND char_length(body_html) <= 1048576)
);
CREATE UNIQUE INDEX inbound_mail_of_message ON inbound_mail (store_id, conversation_id, message_id);
CREATE INDEX inbound_mail_by_sender ON inbound_mail (store_id, sender);
CALL keep_stores_apart('inbound_mail');
GRANT SELECT, INSERT ON inbound_mail TO shopbell_server;

-- How far a mailbox was read. It may be the installation's, for whichever store, so it belongs to none. What is lost here is read again,
-- and taken once all the same.
CREATE TABLE mailbox_position (
    mailbox      text        NOT NULL,
    uid_validity bigint      NOT NULL,  -- RFC 3501, 2.3.1.1: UIDs of another validity mean nothing any more
    last_uid     bigint      NOT NULL,
    read_at      timestamptz NOT NULL,

    CONSTRAINT mailbox_position_is_one_row PRIMARY KEY (mailbox)
);
GRANT SELECT, INSERT, UPDATE ON mailbox_position TO shopbell_server;
