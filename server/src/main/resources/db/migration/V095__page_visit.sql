-- Which pages of the shop somebody opens who has written, where the store wants to know. Goes with its conversation, or when the store
-- does not want to know any more.
CREATE TABLE page_visit (
    store_id        uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    place           bigint      NOT NULL,  -- 1, 2, 3 …: the order in which they were opened
    url             text        NOT NULL,  -- without query and fragment
    title           text,
    opened_at       timestamptz NOT NULL,

    CONSTRAINT page_visit_has_one_place    PRIMARY KEY (store_id, conversation_id, place),
    CONSTRAINT page_visit_in_conversation  FOREIGN KEY (store_id, conversation_id) REFERENCES conversation,
    CONSTRAINT page_visit_url_length       CHECK (char_length(url) BETWEEN 1 AND 2000),
    CONSTRAINT page_visit_title_length     CHECK (char_length(title) <= 300)
);
CALL keep_stores_apart('page_visit');
GRANT SELECT, INSERT, UPDATE, DELETE ON page_visit TO shopbell_server;
