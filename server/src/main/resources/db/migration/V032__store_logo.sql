-- A store's logo, as small as every mail of it can carry.
CREATE TABLE store_logo (
    store_id     uuid    NOT NULL REFERENCES store,
    content_blob uuid    NOT NULL,
    media_type   text    NOT NULL,
    width        integer NOT NULL,
    height       integer NOT NULL,

    CONSTRAINT store_has_one_logo        PRIMARY KEY (store_id),
    CONSTRAINT store_logo_type_known     CHECK (media_type IN ('image/png', 'image/jpeg')),
    CONSTRAINT store_logo_has_dimensions CHECK (width > 0 AND height > 0)
);
CALL keep_stores_apart('store_logo');
GRANT SELECT, INSERT, UPDATE, DELETE ON store_logo TO shopbell_server;
