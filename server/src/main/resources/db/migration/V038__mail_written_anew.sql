-- A mail waits for its server, and meanwhile its store may write from another address, or its customer have seen a part of it. Then it is
-- written anew, as long as it is certain that nobody has it: a mail that may be out is only ever repeated to the byte.
ALTER TABLE mail
    ADD COLUMN written_for       text,         -- for what account: its address, and where answers go; null of mails from before this was kept
    ADD COLUMN perhaps_out_since timestamptz;  -- a mail server may have it, and has not said so
UPDATE mail SET perhaps_out_since = created_at WHERE content IS NOT NULL;
GRANT DELETE ON mail TO shopbell_server;
