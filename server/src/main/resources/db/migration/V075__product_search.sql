-- Staff look for what the store sells, by the words of its title or by the address of its page.
ALTER TABLE product
    ADD COLUMN compare_at_price bigint,  -- what it cost before, or elsewhere
    ADD COLUMN words            tsvector GENERATED ALWAYS AS (search_words(title)) STORED,
    ADD COLUMN url_hash         bigint   GENERATED ALWAYS AS (hashtextextended(url, 0)) STORED,
    ADD CONSTRAINT product_compare_at_price_range CHECK (compare_at_price BETWEEN 0 AND 1000000000000);
CREATE INDEX product_by_words ON product USING gin (store_id, words);
CREATE INDEX product_by_change ON product (store_id, changed_at DESC, external_id);
CREATE INDEX product_by_url ON product (store_id, url_hash) WHERE url IS NOT NULL;

-- The owner's, with the store inside: under row-level security an operator that is not leakproof cannot use an index. Of what is
-- common only so many are sorted. Scans of other indexes are off, since a limit makes a walk through all products look cheap.
CREATE FUNCTION search_products(query tsquery, most integer) RETURNS SETOF product
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off AS $$
    SELECT f.*
      FROM (SELECT p.* FROM product p
             WHERE p.store_id = NULLIF(current_setting('shopbell.store', true), '')::uuid
               AND p.words @@ query
             LIMIT 2000) f
     ORDER BY f.available DESC, f.title, f.external_id
     LIMIT most
$$;
REVOKE EXECUTE ON FUNCTION search_products FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_products TO shopbell_server;
