-- Customers of a store are erased with all they wrote. Nothing is left but that somebody was erased, and when: by it what is told late is
-- recognised, and not kept again.
CREATE TABLE erased_subject (
    store_id     uuid        NOT NULL REFERENCES store,
    subject      text        NOT NULL,  -- of the shop's id of them, or of their address: a MAC whose key is not in the database
    erased_up_to timestamptz NOT NULL,  -- what changed over there until then is not taken
    erased_at    timestamptz NOT NULL,

    CONSTRAINT erased_subject_is_one_row PRIMARY KEY (store_id, subject)
);
CALL keep_stores_apart('erased_subject');
GRANT SELECT, INSERT, UPDATE ON erased_subject TO shopbell_server;

-- For whoever had it on screen, or will come back to where it was: it is gone. Kept for thirty days.
CREATE TABLE erased_conversation (
    store_id        uuid        NOT NULL REFERENCES store,
    conversation_id uuid        NOT NULL,
    assignee_id     uuid,                  -- who alone saw it; null: everybody
    feed_seq        bigint      NOT NULL,
    erased_at       timestamptz NOT NULL,

    CONSTRAINT erased_conversation_is_one_row PRIMARY KEY (store_id, conversation_id)
);
CREATE INDEX erased_conversation_by_feed ON erased_conversation (store_id, feed_seq);
CALL keep_stores_apart('erased_conversation');
GRANT SELECT, DELETE ON erased_conversation TO shopbell_server;

-- Whose conversations went to somebody else when a token said that it is they: what they had typed of themselves stays behind.
ALTER TABLE customer ADD COLUMN became uuid;
CREATE INDEX customer_that_became ON customer (store_id, became) WHERE became IS NOT NULL;

-- The server may not delete what people wrote, except by these: of the store that is set, the whole of a conversation or of a customer.
-- A test compares them with the tables that refer to one.
--
-- Goes on with erasing a conversation: at most so many of its messages at a time, at last the conversation. Says the number that the feed
-- has for it once it is gone; 0 when it was gone before, null while there is more of it.
CREATE FUNCTION erase_part_of_conversation(erased uuid, most integer, at timestamptz) RETURNS bigint
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

-- While the conversations of these are erased, nobody is them in a browser.
CREATE FUNCTION take_browsers_away(customers uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM visitor v
     WHERE v.store_id = NULLIF(current_setting('shopbell.store', true), '')::uuid AND v.customer_id = ANY (customers)
$$;

-- Erases who has no conversation any more, and who became them, with their browsers, their carts, and what staff noted of them. False while
-- there is one.
CREATE FUNCTION erase_customer(erased uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    store uuid := NULLIF(current_setting('shopbell.store', true), '')::uuid;
    whole uuid[];
BEGIN
    -- Nobody opens a conversation for them meanwhile.
    PERFORM FROM customer cu WHERE cu.store_id = store AND cu.customer_id = erased FOR UPDATE;
    IF EXISTS (SELECT FROM conversation c WHERE c.store_id = store AND c.customer_id = erased) THEN
        RETURN false;
    END IF;
    WITH RECURSIVE were (id) AS (
        SELECT erased
         UNION
        SELECT cu.customer_id
          FROM were
          JOIN customer cu ON cu.store_id = store AND cu.became = were.id
    )
    SELECT array_agg(were.id) INTO whole
      FROM were
     WHERE NOT EXISTS (SELECT FROM conversation c WHERE c.store_id = store AND c.customer_id = were.id);
    DELETE FROM visitor v WHERE v.store_id = store AND v.customer_id = ANY (whole);
    DELETE FROM cart k WHERE k.store_id = store AND k.customer_id = ANY (whole);
    DELETE FROM customer cu WHERE cu.store_id = store AND cu.customer_id = ANY (whole);
    RETURN true;
END
$$;

-- The audit trail names shop customers by their ids, where staff linked somebody with one. It changes in nothing but that it forgets them.
DROP TRIGGER audit_entry_does_not_change ON audit_entry;
CREATE TRIGGER audit_entry_does_not_change BEFORE DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit_trail();
CREATE FUNCTION let_the_audit_trail_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.subject ->> 'shopCustomer' IS NOT NULL
       AND NEW.subject = jsonb_set(OLD.subject, '{shopCustomer}', '"erased"')
       AND (NEW.store_id, NEW.audit_id, NEW.at, NEW.actor_id, NEW.actor_name, NEW.action)
           IS NOT DISTINCT FROM (OLD.store_id, OLD.audit_id, OLD.at, OLD.actor_id, OLD.actor_name, OLD.action) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit trail does not change';
END
$$;
CREATE TRIGGER audit_entry_only_forgets BEFORE UPDATE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION let_the_audit_trail_forget();
CREATE INDEX audit_entry_of_shop_customer ON audit_entry (store_id, (subject ->> 'shopCustomer')) WHERE subject ->> 'shopCustomer' IS NOT NULL;

CREATE FUNCTION forget_in_the_audit_trail(shop_customer text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE audit_entry a
       SET subject = jsonb_set(a.subject, '{shopCustomer}', '"erased"')
     WHERE a.store_id = NULLIF(current_setting('shopbell.store', true), '')::uuid
       AND a.subject ->> 'shopCustomer' = shop_customer
       AND a.subject ->> 'shopCustomer' IS NOT NULL
$$;

REVOKE EXECUTE ON FUNCTION erase_part_of_conversation, take_browsers_away, erase_customer, forget_in_the_audit_trail FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_part_of_conversation, take_browsers_away, erase_customer, forget_in_the_audit_trail TO shopbell_server;
