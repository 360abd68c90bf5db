-- What a store sells, as its own systems tell.
CREATE TABLE product (
    store_id    uuid        NOT NULL REFERENCES store,
    external_id text        NOT NULL COLLATE "C",  -- the store's own
    title       text        NOT NULL,
    url         text,
    image_url   text,
    price       bigint      NOT NULL,  -- in the currency's smallest unit
    currency    text        NOT NULL,  -- ISO 4217
    available   boolean     NOT NULL,
    variants    jsonb       NOT NULL,  -- in the store's order
    changed_at  timestamptz NOT NULL,  -- over there: what is older does not replace it

    CONSTRAINT product_has_one_id       PRIMARY KEY (store_id, external_id),
    CONSTRAINT product_id_length        CHECK (char_length(external_id) BETWEEN 1 AND 100),
    CONSTRAINT product_title_length     CHECK (char_length(title) BETWEEN 1 AND 300),
    CONSTRAINT product_price_range      CHECK (price BETWEEN 0 AND 1000000000000),
    CONSTRAINT product_currency_is_code CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT product_variants_listed  CHECK (jsonb_typeof(variants) = 'array')
);
CALL keep_stores_apart('product');
GRANT SELECT, INSERT, UPDATE, DELETE ON product TO shopbell_server;
