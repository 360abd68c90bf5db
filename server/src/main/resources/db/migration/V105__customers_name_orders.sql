-- Orders that customers name in their own messages are links for staff, too. That it holds for what was said before is looked at in
-- the next step, while others go on writing.
ALTER TABLE message
    DROP CONSTRAINT message_cards_are_the_stores,
    ADD CONSTRAINT message_cards_are_the_stores CHECK (kind = 'staff' OR system IS NOT NULL AND kind = 'automation'
                                                       OR cards IS NULL) NOT VALID,
    ADD CONSTRAINT message_orders_are_named     CHECK (kind IN ('customer', 'staff') OR system IS NOT NULL AND kind = 'automation'
                                                       OR orders IS NULL) NOT VALID;
