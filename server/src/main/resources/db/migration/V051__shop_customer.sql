-- A customer as the store's own systems know them. It is nobody's conversation and nobody's visitor: an address somebody
-- typed leads nowhere near it.
CREATE TABLE shop_customer (
    store_id      uuid        NOT NULL REFERENCES store,
    external_id   text        NOT NULL COLLATE "C",  -- the store's own
    name          text,
    email         text,
    phone         text,
    marketing     text        NOT NULL,  -- whether they want to be mailed offers
    address       jsonb,
    language      text,                  -- BCP 47
    registered_at timestamptz,
    changed_at    timestamptz NOT NULL,  -- over there: what is older does not replace it

    CONSTRAINT shop_customer_has_one_id     PRIMARY KEY (store_id, external_id),
    CONSTRAINT shop_customer_id_length      CHECK (char_length(external_id) BETWEEN 1 AND 100),
    CONSTRAINT shop_customer_name_length    CHECK (char_length(name) BETWEEN 1 AND 200),
    CONSTRAINT shop_customer_email_length   CHECK (char_length(email) BETWEEN 3 AND 254),
    CONSTRAINT shop_customer_phone_length   CHECK (char_length(phone) BETWEEN 1 AND 50),
    CONSTRAINT shop_customer_marketing_word CHECK (marketing IN ('subscribed', 'unsubscribed', 'unknown')),
    CONSTRAINT shop_customer_address_object CHECK (jsonb_typeof(address) = 'object')
);
CREATE INDEX shop_customer_of_email ON shop_customer (store_id, email, external_id) WHERE email IS NOT NULL;
CALL keep_stores_apart('shop_customer');
GRANT SELECT, INSERT, UPDATE, DELETE ON shop_customer TO shopbell_server;
