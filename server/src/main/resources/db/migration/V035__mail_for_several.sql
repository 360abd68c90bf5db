-- One mail may answer in several threads: it is taken once in each.
ALTER TABLE inbound_mail DROP CONSTRAINT inbound_mail_taken_once;
CREATE UNIQUE INDEX inbound_mail_taken_once ON inbound_mail (store_id, content_hash, conversation_id) NULLS NOT DISTINCT;
