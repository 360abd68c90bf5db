-- Of several origins of a store the first is its main one: mails lead there.
ALTER TABLE store_origin ADD COLUMN position integer NOT NULL DEFAULT 0;
