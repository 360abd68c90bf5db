-- Mail of somebody who was erased may come once more: by another way, or because a mailbox was moved and is read again. By this it is
-- recognised, and not taken. Kept for thirty days.
CREATE TABLE erased_mail (
    store_id     uuid        NOT NULL REFERENCES store,
    content_hash bytea       NOT NULL,  -- as inbound_mail had it
    erased_at    timestamptz NOT NULL,

    CONSTRAINT erased_mail_is_one_row PRIMARY KEY (store_id, content_hash)
);
CALL keep_stores_apart('erased_mail');
GRANT SELECT, DELETE ON erased_mail TO shopbell_server;

-- As it was, but that it keeps of mails by what they are recognised.
CREATE OR REPLACE FUNCTION erase_part_of_conversation(erased uuid, most integer, at timestamptz) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    store    uuid := NULLIF(current_setting('shopbell.store', true), '')::uuid;
    assignee uuid;
    upto     bigint;
    number   bigint;
BEGIN
    SELECT c.assignee_id INTO assignee
      FROM conversation c
     WHERE c.store_id = store AND c.conversation_id = erased
       FOR UPDATE;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    INSERT INTO erased_mail (store_id, content_hash, erased_at)
    SELECT DISTINCT i.store_id, i.content_hash, at
      FROM inbound_mail i
     WHERE i.store_id = store AND i.conversation_id = erased
     ORDER BY i.content_hash
        ON CONFLICT ON CONSTRAINT erased_mail_is_one_row DO NOTHING;
    SELECT max(part.seq) INTO upto
      FROM (SELECT m.seq FROM message m
             WHERE m.store_id = store AND m.conversation_id = erased
             ORDER BY m.seq LIMIT most) part;
    DELETE FROM blob b
     USING attachment a
     WHERE a.store_id = store AND a.conversation_id = erased AND (a.seq IS NULL OR a.seq <= upto)
       AND b.store_id = store AND b.blob_id IN (a.content_blob, a.thumbnail_blob, a.poster_blob);
    -- With their attachments, and the mails they came as.
    DELETE FROM message m
     WHERE m.store_id = store AND m.conversation_id = erased AND m.seq <= upto;
    IF EXISTS (SELECT FROM message m WHERE m.store_id = store AND m.conversation_id = erased) THEN
        RETURN NULL;
    END IF;
    DELETE FROM message_context t WHERE t.store_id = store AND t.conversation_id = erased;
    DELETE FROM cart_snapshot t WHERE t.store_id = store AND t.conversation_id = erased;
    DELETE FROM cart_told t WHERE t.store_id = store AND t.conversation_id = erased;
    DELETE FROM page_visit t WHERE t.store_id = store AND t.conversation_id = erased;
    DELETE FROM email_confirmation t WHERE t.store_id = store AND t.conversation_id = erased;
    DELETE FROM conversation_member t WHERE t.store_id = store AND t.conversation_id = erased;
    DELETE FROM notification_mark t WHERE t.store_id = store AND t.conversation_id = erased;
    DELETE FROM draft t WHERE t.store_id = store AND t.conversation_id = erased;
    DELETE FROM blocked_address t WHERE t.store_id = store AND t.conversation_id = erased;
    DELETE FROM job j
     WHERE j.task_name IN ('email.reply', 'notification.message', 'browsing.cart')
       AND j.task_instance = store || '/' || erased AND NOT j.picked;
    -- With its mails, deliveries of webhooks, and what was uploaded and not sent.
    DELETE FROM conversation c WHERE c.store_id = store AND c.conversation_id = erased;
    UPDATE store_feed f SET feed_seq = f.feed_seq + 1 WHERE f.store_id = store RETURNING f.feed_seq INTO number;
    INSERT INTO erased_conversation (store_id, conversation_id, assignee_id, feed_seq, erased_at)
    VALUES (store, erased, assignee, number, at)
        ON CONFLICT ON CONSTRAINT erased_conversation_is_one_row
        DO UPDATE SET assignee_id = excluded.assignee_id, feed_seq = excluded.feed_seq, erased_at = excluded.erased_at;
    RETURN number;
END
$$;
