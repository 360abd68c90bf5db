-- Images and videos in conversations. The bytes are in a table of their own, which another kind of store may replace.

CREATE TABLE blob (
    store_id   uuid        NOT NULL REFERENCES store,
    blob_id    uuid        NOT NULL,
    kept_for   text        NOT NULL,  -- the feature that knows whether anybody still needs it
    content    bytea       NOT NULL,
    created_at timestamptz NOT NULL,

    CONSTRAINT blob_has_one_id PRIMARY KEY (store_id, blob_id),
    CONSTRAINT blob_is_small   CHECK (octet_length(content) <= 2097152)
);
-- Compressed already; and of what is stored as it is, a part is read without the rest.
ALTER TABLE blob ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX blob_by_feature ON blob (store_id, kept_for, blob_id);
CALL keep_stores_apart('blob');
GRANT SELECT, INSERT, DELETE ON blob TO shopbell_server;

ALTER TABLE message
    ADD COLUMN attachments smallint NOT NULL DEFAULT 0,  -- how many it carries
    DROP CONSTRAINT message_says_something,
    ADD CONSTRAINT message_has_few_attachments CHECK (attachments BETWEEN 0 AND 10),
    ADD CONSTRAINT message_has_something       CHECK ((kind = 'event') = (event IS NOT NULL)
                                                      AND (kind = 'event' OR attachments > 0 OR char_length(body) >= 1));

CREATE TABLE attachment (
    store_id        uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    attachment_id   uuid        NOT NULL,  -- drawn by who uploads, so that a repeated upload is recognised
    uploaded_by     uuid,                  -- null: the customer
    seq             bigint,                -- the message that carries it; null until it is sent
    place           smallint,              -- among those of its message
    kind            text        NOT NULL,
    name            text        NOT NULL,
    media_type      text        NOT NULL,
    byte_size       integer     NOT NULL,
    width           integer     NOT NULL,
    height          integer     NOT NULL,
    duration_ms     integer,
    placeholder     text,                  -- what to draw until it is there
    alt             text,
    animated        boolean     NOT NULL,  -- it moved; what is kept is its first picture
    upload_hash     bytea       NOT NULL,  -- of the bytes that came, which are not those that are kept
    content_blob    uuid        NOT NULL,
    thumbnail_blob  uuid,
    thumbnail_type  text,
    poster_blob     uuid,
    poster_type     text,
    created_at      timestamptz NOT NULL,

    CONSTRAINT attachment_uploaded_once         PRIMARY KEY (store_id, conversation_id, attachment_id),
    CONSTRAINT attachment_is_in_a_conversation  FOREIGN KEY (store_id, conversation_id) REFERENCES conversation ON DELETE CASCADE,
    CONSTRAINT attachment_goes_with_its_message FOREIGN KEY (store_id, conversation_id, seq) REFERENCES message ON DELETE CASCADE,
    CONSTRAINT attachment_is_of_the_team        FOREIGN KEY (store_id, uploaded_by) REFERENCES membership (store_id, staff_id),
    CONSTRAINT attachment_sent_in_a_place       CHECK ((seq IS NULL) = (place IS NULL)),
    CONSTRAINT attachment_kind_known            CHECK (kind IN ('image', 'video')),
    CONSTRAINT attachment_name_length           CHECK (char_length(name) BETWEEN 1 AND 200),
    CONSTRAINT attachment_has_dimensions        CHECK (width > 0 AND height > 0),
    CONSTRAINT attachment_video_lasts           CHECK ((kind = 'video') = (duration_ms IS NOT NULL)),
    CONSTRAINT attachment_poster_is_a_videos    CHECK (kind = 'video' OR poster_blob IS NULL),
    CONSTRAINT attachment_thumbnail_has_type    CHECK ((thumbnail_blob IS NULL) = (thumbnail_type IS NULL)),
    CONSTRAINT attachment_poster_has_type       CHECK ((poster_blob IS NULL) = (poster_type IS NULL)),
    CONSTRAINT attachment_alt_length            CHECK (char_length(alt) BETWEEN 1 AND 500)
);
CREATE INDEX attachment_of_message ON attachment (store_id, conversation_id, seq, place);
CREATE INDEX attachment_pending_by_age ON attachment (store_id, created_at) WHERE seq IS NULL;
CREATE INDEX attachment_by_content ON attachment (store_id, content_blob);
CREATE INDEX attachment_by_thumbnail ON attachment (store_id, thumbnail_blob) WHERE thumbnail_blob IS NOT NULL;
CREATE INDEX attachment_by_poster ON attachment (store_id, poster_blob) WHERE poster_blob IS NOT NULL;
CALL keep_stores_apart('attachment');
GRANT SELECT, INSERT, UPDATE, DELETE ON attachment TO shopbell_server;

-- An attachment as AttachmentRow reads it.
CREATE FUNCTION attachment_told(a attachment) RETURNS jsonb LANGUAGE sql STABLE
    RETURN jsonb_build_object(
        'id', a.attachment_id, 'uploadedBy', a.uploaded_by, 'seq', a.seq, 'kind', a.kind, 'name', a.name, 'mediaType', a.media_type,
        'size', a.byte_size, 'width', a.width, 'height', a.height, 'durationMs', a.duration_ms, 'placeholder', a.placeholder, 'alt', a.alt,
        'thumbnail', a.thumbnail_blob IS NOT NULL, 'poster', a.poster_blob IS NOT NULL, 'animated', a.animated);

-- Those of a message in their order. As whoever asks: the policies hold.
CREATE FUNCTION attachments_of(store uuid, conversation uuid, message_seq bigint) RETURNS jsonb LANGUAGE sql STABLE
    RETURN (SELECT jsonb_agg(attachment_told(a) ORDER BY a.place)
              FROM attachment a
             WHERE a.store_id = store AND a.conversation_id = conversation AND a.seq = message_seq);

-- What the list says of a message without words.
ALTER TABLE conversation
    ADD COLUMN preview_images smallint NOT NULL DEFAULT 0,
    ADD COLUMN preview_videos smallint NOT NULL DEFAULT 0;

DROP VIEW conversation_with_people;
CREATE VIEW conversation_with_people WITH (security_invoker = true) AS
    SELECT c.store_id, c.conversation_id, c.customer_id, c.status, c.assignee_id, c.blocked_at, c.block_changes, c.labels,
           c.last_seq, c.last_public_seq, c.customer_messages, c.cleared_messages,
           c.delivered_public_seq, c.seen_public_seq, c.staff_seen_public_seq,
           c.preview_kind, c.preview_author_id, c.preview_text, c.preview_images, c.preview_videos,
           c.last_activity_at, c.created_at, c.version, c.feed_seq, c.access_feed_seq,
           cu.name AS customer_name, cu.email AS customer_email,
           cu.email_verified_at IS NOT NULL AS customer_email_verified,
           cu.language AS customer_language, cu.time_zone AS customer_time_zone,
           a.name AS assignee_name, p.name AS preview_author_name
      FROM conversation c
      JOIN customer cu USING (store_id, customer_id)
      LEFT JOIN staff a ON a.staff_id = c.assignee_id
      LEFT JOIN staff p ON p.staff_id = c.preview_author_id;
GRANT SELECT ON conversation_with_people TO shopbell_server;
