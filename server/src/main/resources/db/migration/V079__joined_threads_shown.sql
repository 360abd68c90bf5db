-- A summary says whether its thread is closed and goes on elsewhere, and whether others go on in it.
CREATE OR REPLACE VIEW conversation_with_people WITH (security_invoker = true) AS
    SELECT c.store_id, c.conversation_id, c.customer_id, c.status, c.assignee_id, c.blocked_at, c.block_changes, c.labels,
           c.last_seq, c.last_public_seq, c.customer_messages, c.cleared_messages,
           c.delivered_public_seq, c.seen_public_seq, c.staff_seen_public_seq, c.emailed_public_seq,
           c.preview_kind, c.preview_author_id, c.preview_sender, c.preview_text, c.preview_images, c.preview_videos,
           c.unreached_how, c.unreached_up_to,
           c.last_activity_at, c.created_at, c.version, c.feed_seq, c.access_feed_seq,
           cu.name AS customer_name, cu.email AS customer_email,
           cu.email_verified_at IS NOT NULL AS customer_email_verified,
           cu.language AS customer_language, cu.time_zone AS customer_time_zone,
           a.name AS assignee_name, p.name AS preview_author_name,
           k.currency AS cart_currency, k.subtotal AS cart_subtotal, k.quantity AS cart_quantity, k.changed_at AS cart_changed_at,
           c.continued_in IS NOT NULL AS is_continued, c.continues, c.visitor_changes
      FROM conversation c
      JOIN customer cu USING (store_id, customer_id)
      LEFT JOIN staff a ON a.staff_id = c.assignee_id
      LEFT JOIN staff p ON p.staff_id = c.preview_author_id
      LEFT JOIN LATERAL shown_cart(c.store_id, c.customer_id, cu.shop_customer_id) k ON true;
