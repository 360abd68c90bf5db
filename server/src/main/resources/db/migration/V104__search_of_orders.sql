-- Whoever bought what is numbered so is found by the number. The number is whole: so that one look into this index is all it takes.
CREATE INDEX shop_order_of_number ON shop_order (store_id, lower(number)) WHERE customer_id IS NOT NULL;

-- Conversations of those who placed an order with one of these numbers, in small letters: the newest first.
CREATE FUNCTION search_orders(viewer uuid, reads_assigned boolean, wanted_view text, numbers text[], most integer)
    RETURNS TABLE (conversation_id uuid, last_activity_at timestamptz, number text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    few_orders CONSTANT integer := 500;  -- whose shop gives one number to many finds some of them
    store CONSTANT uuid := NULLIF(current_setting('shopbell.store', true), '')::uuid;
BEGIN
    RETURN QUERY EXECUTE format(
        'SELECT c.conversation_id, c.last_activity_at, o.number'
        '  FROM (SELECT few.customer_id, min(few.number) AS number'
        '          FROM (SELECT o.customer_id, o.number FROM shop_order o'
        '                 WHERE o.store_id = $1 AND lower(o.number) = ANY ($4) AND o.customer_id IS NOT NULL'
        '                 LIMIT $6) few'
        '         GROUP BY few.customer_id) o'
        '  JOIN customer cu ON cu.store_id = $1 AND cu.shop_customer_id = o.customer_id'
        '  JOIN conversation c ON c.store_id = $1 AND c.customer_id = cu.customer_id'
        '   AND may_see(c.assignee_id, $2, $3) AND %s'
        ' ORDER BY c.last_activity_at DESC, c.conversation_id DESC'
        ' LIMIT $5', search_scope(wanted_view))
        USING store, viewer, reads_assigned, numbers, most, few_orders;
END
$$;
REVOKE EXECUTE ON FUNCTION search_orders FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_orders TO shopbell_server;
