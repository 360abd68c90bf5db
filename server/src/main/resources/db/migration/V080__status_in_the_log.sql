-- What a line did to its conversation's status, so that whoever reads the log need not know the state before it: a mail that
-- came back owes the customer an answer again only sometimes.
ALTER TABLE message
    ADD COLUMN status_after text,  -- null: as it was before
    ADD CONSTRAINT message_status_after_word CHECK (status_after IN ('unresolved', 'resolved'));
