-- Why a mail server did not take a mail yet: staff are told when somebody has to see to it.
ALTER TABLE mail ADD COLUMN put_off text;  -- the server's status, '451', or 'unreachable', 'quota', 'sender'

-- Nobody is mailed more than some notifications an hour; what they were not is told of at once, later.
CREATE INDEX mail_to_member ON mail (store_id, staff_id, created_at) WHERE kind = 'notification';
ALTER TABLE notification_mark ADD COLUMN held_since timestamptz;
CREATE INDEX notification_mark_held ON notification_mark (store_id, staff_id) WHERE held_since IS NOT NULL;
