-- Resolving clears what is unread for everybody. Whoever takes that back gets it back as it was.
ALTER TABLE conversation
    ADD COLUMN cleared_before bigint NOT NULL DEFAULT 0,  -- cleared_messages before it was last resolved
    ADD CONSTRAINT conversation_cleared_before_within CHECK (cleared_before <= cleared_messages);

-- A label is a word somebody typed. It is offered to everybody once it was on a conversation that everybody sees; until then only to
-- those who see the conversations it is on.
ALTER TABLE label ADD COLUMN is_shared boolean NOT NULL DEFAULT true;
ALTER TABLE label ALTER COLUMN is_shared SET DEFAULT false;
GRANT UPDATE (is_shared) ON label TO shopbell_server;

CREATE TABLE label_member (
    store_id uuid NOT NULL,
    name     text NOT NULL,
    staff_id uuid NOT NULL,

    CONSTRAINT label_member_is_one_row     PRIMARY KEY (store_id, staff_id, name),
    CONSTRAINT label_member_knows_a_label  FOREIGN KEY (store_id, name) REFERENCES label,
    CONSTRAINT label_member_is_of_the_team FOREIGN KEY (store_id, staff_id) REFERENCES membership (store_id, staff_id)
);
CALL keep_stores_apart('label_member');
GRANT SELECT, INSERT ON label_member TO shopbell_server;
