-- Who is erased may also have bought without an account.
CREATE INDEX shop_order_of_guest ON shop_order (store_id, email) WHERE customer_id IS NULL AND email IS NOT NULL;
