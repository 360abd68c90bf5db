-- A browser whose owner is proven goes on with another secret. The one before stays as that of nobody, so that nobody begins anew with it, and
-- so that the same proof, shown again, is answered as done. It goes with the one that took its place.
ALTER TABLE visitor
    ALTER COLUMN customer_id DROP NOT NULL,
    ADD COLUMN replaced_by bytea,  -- the hash of the secret that took its place
    ADD CONSTRAINT visitor_is_somebodys_or_replaced CHECK ((customer_id IS NULL) = (replaced_by IS NOT NULL)),
    ADD CONSTRAINT visitor_went_on_with_a_secret    FOREIGN KEY (store_id, replaced_by) REFERENCES visitor ON DELETE CASCADE;
CREATE INDEX visitor_replaced ON visitor (store_id, replaced_by) WHERE replaced_by IS NOT NULL;
GRANT UPDATE (replaced_by) ON visitor TO shopbell_server;

-- What waits for a first message goes along.
CREATE INDEX attachment_awaited ON attachment (store_id, awaited_by) WHERE awaited_by IS NOT NULL;
