-- What a list tells of mail: that an answer did not reach its customer, and who wrote what came from another address than theirs.
ALTER TABLE conversation
    ADD COLUMN unreached_how   text,    -- 'bounced', 'failed': until they have seen it in the chat, or a later mail has left
    ADD COLUMN unreached_up_to bigint,  -- how far answers had gone when it was known
    ADD COLUMN preview_sender  text,
    ADD CONSTRAINT conversation_unreached_somehow CHECK (unreached_how IN ('bounced', 'failed')),
    ADD CONSTRAINT conversation_unreached_up_to_a_place CHECK ((unreached_how IS NULL) = (unreached_up_to IS NULL));

DROP VIEW conversation_with_people;
CREATE VIEW conversation_with_people WITH (security_invoker = true) AS
    SELECT c.store_id, c.conversation_id, c.customer_id, c.status, c.assignee_id, c.blocked_at, c.block_changes, c.labels,
           c.last_seq, c.last_public_seq, c.customer_messages, c.cleared_messages,
           c.delivered_public_seq, c.seen_public_seq, c.staff_seen_public_seq, c.emailed_public_seq,
           c.preview_kind, c.preview_author_id, c.preview_sender, c.preview_text, c.preview_images, c.preview_videos,
           c.unreached_how, c.unreached_up_to,
           c.last_activity_at, c.created_at, c.version, c.feed_seq, c.access_feed_seq,
           cu.name AS customer_name, cu.email AS customer_email,
           cu.email_verified_at IS NOT NULL AS customer_email_verified,
           cu.language AS customer_language, cu.time_zone AS customer_time_zone,
           a.name AS assignee_name, p.name AS preview_author_name
      FROM conversation c
      JOIN customer cu USING (store_id, customer_id)
      LEFT JOIN staff a ON a.staff_id = c.assignee_id
      LEFT JOIN staff p ON p.staff_id = c.preview_author_id;
GRANT SELECT ON conversation_with_people TO shopbell_server;
