-- What was bought, as the store's own systems tell. The customer it names may be told of later, or never.
CREATE TABLE shop_order (
    store_id          uuid        NOT NULL REFERENCES store,
    external_id       text        NOT NULL COLLATE "C",  -- the store's own
    number            text        NOT NULL,              -- as people call it: #1002
    customer_id       text        COLLATE "C",           -- external_id of a shop_customer
    email             text,
    placed_at         timestamptz NOT NULL,
    currency          text        NOT NULL,  -- of all its amounts, ISO 4217
    total             bigint      NOT NULL,  -- in the currency's smallest unit
    payment_status    text        NOT NULL,
    fulfilment_status text        NOT NULL,
    cancelled_at      timestamptz,
    url               text,
    lines             jsonb       NOT NULL,
    changed_at        timestamptz NOT NULL,  -- over there: what is older does not replace it

    CONSTRAINT shop_order_has_one_id       PRIMARY KEY (store_id, external_id),
    CONSTRAINT shop_order_id_length        CHECK (char_length(external_id) BETWEEN 1 AND 100),
    CONSTRAINT shop_order_number_length    CHECK (char_length(number) BETWEEN 1 AND 50),
    CONSTRAINT shop_order_email_length     CHECK (char_length(email) BETWEEN 3 AND 254),
    CONSTRAINT shop_order_currency_is_code CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT shop_order_total_range      CHECK (total BETWEEN 0 AND 1000000000000),
    CONSTRAINT shop_order_lines_listed     CHECK (jsonb_typeof(lines) = 'array')
);
CREATE INDEX shop_order_of_customer ON shop_order (store_id, customer_id, external_id) WHERE customer_id IS NOT NULL;
CALL keep_stores_apart('shop_order');
GRANT SELECT, INSERT, UPDATE, DELETE ON shop_order TO shopbell_server;
