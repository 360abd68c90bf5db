-- A shopper's first message may carry images and videos. They are uploaded before it, so before its conversation is there.
ALTER TABLE attachment
    ADD COLUMN awaited_by bytea,  -- whose first message is to open the conversation: the hash of their secret; null once it is open
    ADD COLUMN open_conversation_id uuid GENERATED ALWAYS AS (CASE WHEN awaited_by IS NULL THEN conversation_id END) STORED,
    DROP CONSTRAINT attachment_is_in_a_conversation,
    ADD CONSTRAINT attachment_is_in_a_conversation FOREIGN KEY (store_id, open_conversation_id) REFERENCES conversation ON DELETE CASCADE,
    ADD CONSTRAINT attachment_awaits_unsent        CHECK (awaited_by IS NULL OR (seq IS NULL AND uploaded_by IS NULL));
CREATE INDEX attachment_in_conversation ON attachment (store_id, open_conversation_id);
