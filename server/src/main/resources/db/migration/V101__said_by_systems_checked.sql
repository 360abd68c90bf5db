-- Nobody waits for these: they read the table and lock nothing that posting needs.
ALTER TABLE message VALIDATE CONSTRAINT message_author_is_known;
ALTER TABLE message VALIDATE CONSTRAINT message_system_says;
ALTER TABLE message VALIDATE CONSTRAINT message_system_length;
ALTER TABLE message VALIDATE CONSTRAINT message_cards_are_the_stores;
