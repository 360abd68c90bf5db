-- How far a store's system has come in telling many things at once, and which of its lines were wrong.
CREATE TABLE data_import (
    store_id   uuid        NOT NULL REFERENCES store,
    import_id  uuid        NOT NULL,  -- drawn by whoever imports
    lines      bigint      NOT NULL DEFAULT 0,  -- taken so far, blank and wrong ones among them
    customers  bigint      NOT NULL DEFAULT 0,
    products   bigint      NOT NULL DEFAULT 0,
    orders     bigint      NOT NULL DEFAULT 0,
    wrong      bigint      NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,

    CONSTRAINT data_import_has_one_id  PRIMARY KEY (store_id, import_id),
    CONSTRAINT data_import_adds_up     CHECK (customers + products + orders + wrong <= lines)
);
CALL keep_stores_apart('data_import');
GRANT SELECT, INSERT, UPDATE, DELETE ON data_import TO shopbell_server;

-- The first ones of each import.
CREATE TABLE import_mistake (
    store_id  uuid   NOT NULL,
    import_id uuid   NOT NULL,
    line      bigint NOT NULL,
    code      text   NOT NULL,
    field     text,

    CONSTRAINT import_mistake_once_a_line    PRIMARY KEY (store_id, import_id, line),
    CONSTRAINT import_mistake_of_an_import   FOREIGN KEY (store_id, import_id) REFERENCES data_import ON DELETE CASCADE,
    CONSTRAINT import_mistake_field_length   CHECK (char_length(field) <= 100)
);
CALL keep_stores_apart('import_mistake');
GRANT SELECT, INSERT, DELETE ON import_mistake TO shopbell_server;
