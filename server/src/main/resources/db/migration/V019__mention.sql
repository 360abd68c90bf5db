-- Whoever opens the inbox is told of the notes that name them, wherever those are. Few are open at a time.
CREATE INDEX conversation_member_named ON conversation_member (store_id, staff_id) WHERE mentioned_seq > read_seq;
