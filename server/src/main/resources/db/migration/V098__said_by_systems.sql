-- A store's own systems say something in its conversations, to customers and as notes to staff.
-- That it holds for what was said before is looked at in the next step, while others go on writing.
ALTER TABLE message
    ADD COLUMN system text,  -- what the system was called that said it; null: none did
    DROP CONSTRAINT message_author_is_known,
    DROP CONSTRAINT message_cards_are_staffs,
    ADD CONSTRAINT message_author_is_known      CHECK (CASE kind WHEN 'staff' THEN author_id IS NOT NULL
                                                                 WHEN 'note' THEN (author_id IS NULL) = (system IS NOT NULL)
                                                                 WHEN 'event' THEN true
                                                                 ELSE author_id IS NULL END) NOT VALID,
    ADD CONSTRAINT message_system_says          CHECK (system IS NULL OR kind IN ('automation', 'note')) NOT VALID,
    ADD CONSTRAINT message_system_length        CHECK (char_length(system) BETWEEN 1 AND 60) NOT VALID,
    ADD CONSTRAINT message_cards_are_the_stores CHECK (kind = 'staff' OR system IS NOT NULL AND kind = 'automation'
                                                       OR cards IS NULL AND orders IS NULL) NOT VALID;
