-- As before, but of one store only four at a time: slow receivers of a few stores are not to have all turns there are.
CREATE OR REPLACE FUNCTION webhooks_due(now timestamptz, most integer) RETURNS TABLE (store_id uuid, webhook_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT due.store_id, due.webhook_id
      FROM (SELECT w.store_id, w.webhook_id, w.busy_until,
                   row_number() OVER (PARTITION BY w.store_id ORDER BY w.busy_until NULLS FIRST, w.webhook_id)
                   + (SELECT count(*) FROM webhook b
                       WHERE b.store_id = w.store_id AND b.busy_until > now AND b.turn IS NOT NULL) AS nth
              FROM webhook w
              JOIN store_feed f USING (store_id)
             WHERE (w.busy_until IS NULL OR w.busy_until <= now)
               AND (EXISTS (SELECT FROM webhook_delivery d
                             WHERE d.store_id = w.store_id AND d.webhook_id = w.webhook_id
                               AND d.state = 'waiting' AND d.once)
                    OR (w.paused_at IS NULL
                        AND (w.heard_up_to < f.feed_seq
                             OR (SELECT d.next_attempt_at FROM webhook_delivery d
                                  WHERE d.store_id = w.store_id AND d.webhook_id = w.webhook_id
                                    AND d.state = 'waiting' AND NOT d.once
                                  ORDER BY d.place LIMIT 1) <= now)))) due
     WHERE due.nth <= 4
     ORDER BY due.busy_until NULLS FIRST, due.webhook_id
     LIMIT most
$$;
