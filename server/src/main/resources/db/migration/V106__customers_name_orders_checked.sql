-- What V105 left: that nothing said before breaks its rules.
ALTER TABLE message
    VALIDATE CONSTRAINT message_cards_are_the_stores,
    VALIDATE CONSTRAINT message_orders_are_named;
