-- A picture that goes along with a prepared answer. It becomes an attachment of its own wherever the answer is inserted.
CREATE TABLE quick_reply_picture (
    store_id       uuid        NOT NULL,
    quick_reply_id uuid        NOT NULL,
    name           text        NOT NULL,
    media_type     text        NOT NULL,
    byte_size      integer     NOT NULL,
    width          integer     NOT NULL,
    height         integer     NOT NULL,
    placeholder    text,                  -- what to draw until it is there
    content_blob   uuid        NOT NULL,
    thumbnail_blob uuid,
    thumbnail_type text,

    CONSTRAINT quick_reply_has_one_picture            PRIMARY KEY (store_id, quick_reply_id),
    CONSTRAINT quick_reply_picture_is_of_one          FOREIGN KEY (store_id, quick_reply_id) REFERENCES quick_reply ON DELETE CASCADE,
    CONSTRAINT quick_reply_picture_name_length        CHECK (char_length(name) BETWEEN 1 AND 200),
    CONSTRAINT quick_reply_picture_has_dimensions     CHECK (width > 0 AND height > 0),
    CONSTRAINT quick_reply_picture_thumbnail_has_type CHECK ((thumbnail_blob IS NULL) = (thumbnail_type IS NULL))
);
CALL keep_stores_apart('quick_reply_picture');
GRANT SELECT, INSERT, UPDATE, DELETE ON quick_reply_picture TO shopbell_server;
