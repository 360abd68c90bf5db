-- Which of the store's own customers somebody who writes is, and how that is known. An address that was typed is no way to know.
ALTER TABLE customer
    ADD COLUMN shop_customer_id text COLLATE "C",  -- external_id of a shop_customer, who may be told of later
    ADD COLUMN linked_by        text,              -- a token the store signed, a proven address, a staff member by hand
    ADD CONSTRAINT customer_link_is_whole CHECK ((shop_customer_id IS NULL) = (linked_by IS NULL)),
    ADD CONSTRAINT customer_link_length   CHECK (char_length(shop_customer_id) BETWEEN 1 AND 100),
    ADD CONSTRAINT customer_linked_by     CHECK (linked_by IN ('token', 'email', 'staff'));

-- Whoever the store says they are has one thread; the other ways to know only show staff more.
CREATE UNIQUE INDEX customer_is_signed_in_once ON customer (store_id, shop_customer_id) WHERE linked_by = 'token';
CREATE INDEX customer_of_shop_customer ON customer (store_id, shop_customer_id) WHERE shop_customer_id IS NOT NULL;
