-- What one customer bought, newest first.
CREATE INDEX shop_order_history ON shop_order (store_id, customer_id, placed_at DESC, external_id DESC)
    WHERE customer_id IS NOT NULL;
