-- What staff send besides words, as it was when it was sent: products and discount codes. And the orders that their words name.
ALTER TABLE message
    ADD COLUMN cards  jsonb,  -- null when there are none
    ADD COLUMN orders jsonb,  -- the same
    DROP CONSTRAINT message_has_something,
    ADD CONSTRAINT message_has_few_cards CHECK (jsonb_array_length(cards) BETWEEN 1 AND 5),
    ADD CONSTRAINT message_cards_are_staffs CHECK (kind = 'staff' OR cards IS NULL AND orders IS NULL),
    ADD CONSTRAINT message_brings_something CHECK ((kind = 'event') = (event IS NOT NULL)
                                                   AND (kind = 'event' OR attachments > 0 OR cards IS NOT NULL
                                                        OR char_length(body) >= 1));

CREATE OR REPLACE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.words := search_words(CASE WHEN NEW.cards IS NULL THEN NEW.body ELSE
        NEW.body || ' ' || (SELECT string_agg(COALESCE(c.card ->> 'title', c.card ->> 'code'), ' ')
                              FROM jsonb_array_elements(NEW.cards) AS c (card)) END);
    RETURN NEW;
END
$$;
