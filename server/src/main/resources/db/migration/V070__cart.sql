-- What people mean to buy, as it is now: by what a page of the shop told for whoever writes from it, and by what the store's own
-- systems told for a customer of theirs. Which is shown where both are there is said once, in shown_cart: whichever changed last.
CREATE TABLE cart (
    store_id    uuid        NOT NULL,
    customer_id uuid        NOT NULL,
    currency    text        NOT NULL,  -- of all its prices, ISO 4217
    items       jsonb       NOT NULL,
    quantity    bigint      NOT NULL,  -- of all items together
    subtotal    bigint      NOT NULL,  -- in the currency's smallest unit
    digest      bytea       NOT NULL,  -- SHA-256 of currency and items: whether it is still the same
    changed_at  timestamptz NOT NULL,

    CONSTRAINT cart_is_one_per_customer  PRIMARY KEY (store_id, customer_id),
    CONSTRAINT cart_is_a_known_customers FOREIGN KEY (store_id, customer_id) REFERENCES customer,
    CONSTRAINT cart_currency_is_code     CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT cart_items_listed         CHECK (jsonb_typeof(items) = 'array')
);
CALL keep_stores_apart('cart');
GRANT SELECT, INSERT, UPDATE, DELETE ON cart TO shopbell_server;

CREATE TABLE shop_cart (
    store_id    uuid        NOT NULL REFERENCES store,
    customer_id text        NOT NULL COLLATE "C",  -- external_id of a shop_customer, who may be told of later
    currency    text        NOT NULL,
    items       jsonb       NOT NULL,
    quantity    bigint      NOT NULL,
    subtotal    bigint      NOT NULL,
    digest      bytea       NOT NULL,
    changed_at  timestamptz NOT NULL,  -- over there: what is older does not replace it
    told_at     timestamptz NOT NULL,  -- here: a clock over there that is ahead gains nothing by it

    CONSTRAINT shop_cart_is_one_per_customer PRIMARY KEY (store_id, customer_id),
    CONSTRAINT shop_cart_customer_length     CHECK (char_length(customer_id) BETWEEN 1 AND 100),
    CONSTRAINT shop_cart_currency_is_code    CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT shop_cart_items_listed        CHECK (jsonb_typeof(items) = 'array')
);
CALL keep_stores_apart('shop_cart');
GRANT SELECT, INSERT, UPDATE, DELETE ON shop_cart TO shopbell_server;

-- The cart as the thread last told of it: the next event says what is otherwise.
CREATE TABLE cart_told (
    store_id        uuid  NOT NULL,
    conversation_id uuid  NOT NULL,
    items           jsonb NOT NULL,

    CONSTRAINT cart_told_is_one_per_thread  PRIMARY KEY (store_id, conversation_id),
    CONSTRAINT cart_told_in_a_conversation  FOREIGN KEY (store_id, conversation_id) REFERENCES conversation
);
CALL keep_stores_apart('cart_told');
GRANT SELECT, INSERT, UPDATE, DELETE ON cart_told TO shopbell_server;

-- The one cart that is shown of a customer; none when nobody told of one. Inlined where it is used.
CREATE FUNCTION shown_cart(store uuid, customer uuid, shop_customer text)
    RETURNS TABLE (currency text, items jsonb, quantity bigint, subtotal bigint, digest bytea, changed_at timestamptz)
    LANGUAGE sql STABLE AS $$
    SELECT k.currency, k.items, k.quantity, k.subtotal, k.digest, k.changed_at
      FROM (SELECT o.currency, o.items, o.quantity, o.subtotal, o.digest, o.changed_at
              FROM cart o
             WHERE o.store_id = store AND o.customer_id = customer
             UNION ALL
            SELECT s.currency, s.items, s.quantity, s.subtotal, s.digest, LEAST(s.changed_at, s.told_at)
              FROM shop_cart s
             WHERE s.store_id = store AND s.customer_id = shop_customer) k
     ORDER BY k.changed_at DESC
     LIMIT 1
$$;
REVOKE EXECUTE ON FUNCTION shown_cart FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shown_cart TO shopbell_server;

-- A summary has the cart's total.
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
           k.currency AS cart_currency, k.subtotal AS cart_subtotal, k.quantity AS cart_quantity, k.changed_at AS cart_changed_at
      FROM conversation c
      JOIN customer cu USING (store_id, customer_id)
      LEFT JOIN staff a ON a.staff_id = c.assignee_id
      LEFT JOIN staff p ON p.staff_id = c.preview_author_id
      LEFT JOIN LATERAL shown_cart(c.store_id, c.customer_id, cu.shop_customer_id) k ON true;
