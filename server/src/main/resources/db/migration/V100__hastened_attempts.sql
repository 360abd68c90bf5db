-- An attempt that somebody asked for does not count among the sixteen that a delivery has. And what failed is found among what arrived.
ALTER TABLE webhook_delivery
    ADD COLUMN hastened       boolean NOT NULL DEFAULT false,  -- the next attempt is one of those
    ADD COLUMN extra_attempts integer NOT NULL DEFAULT 0;      -- how many were
CREATE INDEX webhook_delivery_that_failed ON webhook_delivery (store_id, webhook_id, place) WHERE state = 'failed';
