-- Finding what was said and who said it. Both extensions are trusted: the owner of the database may add them.
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Text as search compares it: small letters without accents, blanks instead of punctuation. Signs of scripts that put no blanks
-- between words stand apart, so that a run of them is a phrase. dev.shopbell.search.SearchText is the same in Java; a test compares.
CREATE FUNCTION search_text(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    CASE WHEN octet_length(written) = char_length(written)
         THEN regexp_replace(lower(written), '[!-/:-@[-`{-~]+', ' ', 'g')
         ELSE translate(
              regexp_replace(
              regexp_replace(
              regexp_replace(
                  normalize(lower(written), NFKD),
                  '[\u00AD\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670'
                      '\u06D6-\u06DC\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFE00-\uFE0F\uFEFF]', '', 'g'),
                  '[!-/:-@[-`{-~\u0080-\u00A9\u00AB-\u00B1\u00B4\u00B6-\u00B9\u00BB\u00BF\u00D7\u00F7\u060C\u061B\u061F\u066A-\u066D'
                      '\u06D4\u2000-\u206F\u20A0-\u20CF\u2190-\u25FF\u3000-\u3004\u3008-\u3020\u3030]', ' ', 'g'),
                  '([\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2600-\u27BF\u3005-\u3007\u3041-\u30FF\u3400-\u4DBF\u4E00-\u9FFF'
                      '\U0001F000-\U0001FAFF\U00020000-\U0003FFFF])', ' \1 ', 'g'),
              'łøđħıςىة٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'lodhiσيه01234567890123456789')
    END;

CREATE FUNCTION search_words(written text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN to_tsvector('pg_catalog.simple', search_text(written));

-- What was typed: each term a word or a phrase, the last one perhaps not typed to its end. Nothing in it can be wrong.
CREATE FUNCTION search_query(terms text[], last_goes_on boolean) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET client_min_messages = warning AS $$
DECLARE
    whole tsquery := ''::tsquery;
    term  tsquery;
BEGIN
    FOR n IN 1 .. cardinality(terms) LOOP
        term := phraseto_tsquery('pg_catalog.simple', search_text(terms[n]));
        CONTINUE WHEN numnode(term) = 0;
        IF last_goes_on AND n = cardinality(terms) THEN
            term := (term::text || ':*')::tsquery;
        END IF;
        whole := whole && term;
    END LOOP;
    RETURN whole;
END
$$;

-- By a trigger: PostgreSQL reads the expression of a generated column anew with every statement, which takes longer than the insertion.
ALTER TABLE message ADD COLUMN words tsvector;
UPDATE message SET words = search_words(body) WHERE kind <> 'event';
CREATE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.words := search_words(NEW.body);
    RETURN NEW;
END
$$;
CREATE TRIGGER message_has_its_words BEFORE INSERT ON message
    FOR EACH ROW WHEN (NEW.kind <> 'event') EXECUTE FUNCTION keep_words();
CREATE INDEX message_by_words ON message USING gin (store_id, words);
CREATE INDEX message_by_time ON message (store_id, sent_at DESC, conversation_id DESC, seq DESC) WHERE kind <> 'event';

-- A blank before each word, so that the beginning of a word can be asked for.
ALTER TABLE customer ADD COLUMN person text
    GENERATED ALWAYS AS (' ' || search_text(COALESCE(name, '') || ' ' || COALESCE(email, ''))) STORED;
CREATE INDEX customer_by_person ON customer USING gin (store_id, person gin_trgm_ops);

-- The same terms for `person LIKE`: of one or two letters the beginning of a word, of more any part. The longest first, which the
-- index knows best.
CREATE FUNCTION search_patterns(terms text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY(SELECT CASE WHEN char_length(t.term) < 3 THEN '% ' ELSE '%' END || t.term || '%'
                   FROM (SELECT btrim(search_text(u.term)) AS term FROM unnest(terms) AS u (term)) t
                  WHERE t.term <> ''
                  ORDER BY char_length(t.term) DESC, t.term);

-- The condition of each view, on a conversation c.
CREATE FUNCTION search_scope(wanted_view text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    CASE wanted_view
        WHEN 'all' THEN RETURN 'true';
        WHEN 'unresolved' THEN RETURN $c$c.status = 'unresolved'$c$;
        WHEN 'resolved' THEN RETURN $c$c.status = 'resolved' AND c.blocked_at IS NULL$c$;
        WHEN 'mine' THEN RETURN $c$c.status = 'unresolved' AND c.assignee_id = $2$c$;
        WHEN 'unassigned' THEN RETURN $c$c.status = 'unresolved' AND c.assignee_id IS NULL$c$;
        WHEN 'blocked' THEN RETURN 'c.blocked_at IS NOT NULL';
        WHEN 'unread' THEN RETURN $c$c.status = 'unresolved'
            AND (c.customer_messages > GREATEST(c.cleared_messages, COALESCE((
                    SELECT r.read_messages FROM conversation_member r
                     WHERE r.store_id = c.store_id AND r.conversation_id = c.conversation_id AND r.staff_id = $2), 0))
                 OR EXISTS (
                    SELECT FROM conversation_member r
                     WHERE r.store_id = c.store_id AND r.conversation_id = c.conversation_id AND r.staff_id = $2 AND r.marked_unread))$c$;
    END CASE;
END
$$;

-- Both searches are the owner's: under row-level security an operator that is not leakproof cannot use an index, and those of full
-- text are not. So the store and the access rule are inside. Whatever is asked, and however much there is, the work is bounded:
-- they walk from the newest on, where what is common is met soon. What was not met for a while is looked up in the index, and sorted if
-- it is rare. Otherwise the walk goes on for so long, and a last row that is no hit tells the place to go on from another time.

CREATE FUNCTION search_messages(
        viewer uuid, reads_assigned boolean, wanted_view text, query tsquery,
        below_at timestamptz, below_conversation uuid, below_seq bigint, most integer)
    RETURNS TABLE (conversation_id uuid, seq bigint, sent_at timestamptz, is_hit boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    few_conversations CONSTANT integer := 500;    -- all that was said in so many is looked through
    few_messages      CONSTANT integer := 10000;
    first_walk        CONSTANT integer := 2000;   -- then it is known whether the words are common
    whole_walk        CONSTANT integer := 12000;
    few_hits          CONSTANT integer := 3000;   -- so many are sorted
    store   CONSTANT uuid := NULLIF(current_setting('shopbell.store', true), '')::uuid;
    scope   CONSTANT text := search_scope(wanted_view);
    -- Phrases as words that stand anywhere, the last word that goes on, and the others: the index knows no more.
    loosely CONSTANT tsquery := replace(query::text, '<->', '&')::tsquery;
    begun   CONSTANT tsquery := substring(loosely::text FROM '''[^'']*'':\*$')::tsquery;
    others  CONSTANT tsquery := regexp_replace(loosely::text, '( & )?''[^'']*'':\*$', '')::tsquery;
    walked  integer := 0;
    near    integer := 0;
    begins  integer := 0;
    hits    integer := 0;
    visible uuid[];
    said    bigint;
    found   integer;
    ids     uuid[];
    seqs    bigint[];
    times   timestamptz[];
    line    record;
BEGIN
    IF numnode(query) = 0 THEN
        RETURN;
    END IF;
    EXECUTE 'SELECT array_agg(c.conversation_id), sum(c.last_seq) FROM ('
        || CASE WHEN reads_assigned
           THEN format('SELECT c.conversation_id, c.last_seq FROM conversation c WHERE c.store_id = $1 AND %s LIMIT $3', scope)
           ELSE format('(SELECT c.conversation_id, c.last_seq FROM conversation c'
                       '  WHERE c.store_id = $1 AND c.assignee_id IS NULL AND %1$s LIMIT $3) UNION ALL '
                       '(SELECT c.conversation_id, c.last_seq FROM conversation c'
                       '  WHERE c.store_id = $1 AND c.assignee_id = $2 AND %1$s LIMIT $3)', scope)
           END || ') c'
       INTO visible, said USING store, viewer, few_conversations + 1;
    IF COALESCE(cardinality(visible), 0) <= few_conversations AND COALESCE(said, 0) <= few_messages THEN
        RETURN QUERY
            SELECT m.conversation_id, m.seq, m.sent_at, true
              FROM unnest(visible) AS c (id)
              JOIN message m ON m.store_id = store AND m.conversation_id = c.id
             WHERE m.words @@ query
               AND (m.sent_at, m.conversation_id, m.seq) < (below_at, below_conversation, below_seq)
             ORDER BY m.sent_at DESC, m.conversation_id DESC, m.seq DESC
             LIMIT most;
        RETURN;
    END IF;

    FOR line IN EXECUTE format(
        'SELECT w.conversation_id, w.seq, w.sent_at, w.is_near, w.begins, c.conversation_id IS NOT NULL AS is_hit'
        '  FROM (SELECT m.conversation_id, m.seq, m.sent_at, m.words @@ $4 AS is_match, m.words @@ $9 AS is_near,'
        '               m.words @@ $10 AS begins'
        '          FROM message m'
        '         WHERE m.store_id = $1 AND m.kind <> ''event'' AND (m.sent_at, m.conversation_id, m.seq) < ($5, $6, $7)'
        '         ORDER BY m.sent_at DESC, m.conversation_id DESC, m.seq DESC'
        '         LIMIT $8) w'
        '  LEFT JOIN conversation c'
        '    ON w.is_match AND c.store_id = $1 AND c.conversation_id = w.conversation_id'
        '   AND may_see(c.assignee_id, $2, $3) AND %s'
        ' ORDER BY w.sent_at DESC, w.conversation_id DESC, w.seq DESC', scope)
        USING store, viewer, reads_assigned, query, below_at, below_conversation, below_seq, whole_walk, loosely, begun
    LOOP
        walked := walked + 1;
        near := near + line.is_near::integer;
        begins := begins + COALESCE(line.begins, false)::integer;
        IF line.is_hit THEN
            hits := hits + 1;
            RETURN QUERY SELECT line.conversation_id, line.seq, line.sent_at, true;
            IF hits = most THEN
                RETURN;
            END IF;
        END IF;
        IF walked = first_walk AND near * 1000 <= walked THEN
            PERFORM set_config('enable_indexscan', 'off', true);  -- leaves the index of words
            SELECT count(*), array_agg(m.conversation_id) FILTER (WHERE m.is_match),
                   array_agg(m.seq) FILTER (WHERE m.is_match), array_agg(m.sent_at) FILTER (WHERE m.is_match)
              INTO found, ids, seqs, times
              FROM (SELECT m.conversation_id, m.seq, m.sent_at,
                           m.words @@ query
                           AND (m.sent_at, m.conversation_id, m.seq) < (line.sent_at, line.conversation_id, line.seq) AS is_match
                      FROM message m
                     WHERE m.store_id = store
                       -- Of the beginning of a word the index gathers every word there is; worth it if they are few.
                       AND m.words @@ CASE WHEN begins * 100 <= walked THEN loosely ELSE others END
                     LIMIT few_hits + 1) m;
            PERFORM set_config('enable_indexscan', 'on', true);
            IF found <= few_hits THEN
                RETURN QUERY EXECUTE format(
                    'SELECT m.conversation_id, m.seq, m.sent_at, true'
                    '  FROM unnest($4, $5, $6) AS m (conversation_id, seq, sent_at)'
                    '  JOIN conversation c ON c.store_id = $1 AND c.conversation_id = m.conversation_id'
                    '   AND may_see(c.assignee_id, $2, $3) AND %s'
                    ' ORDER BY m.sent_at DESC, m.conversation_id DESC, m.seq DESC'
                    ' LIMIT $7', scope)
                    USING store, viewer, reads_assigned, ids, seqs, times, most - hits;
                RETURN;
            END IF;
        END IF;
    END LOOP;
    IF walked = whole_walk THEN
        RETURN QUERY SELECT line.conversation_id, line.seq, line.sent_at, false;
    END IF;
END
$$;

CREATE FUNCTION search_people(
        viewer uuid, reads_assigned boolean, wanted_view text, patterns text[],
        below_at timestamptz, below_conversation uuid, most integer)
    RETURNS TABLE (conversation_id uuid, last_activity_at timestamptz, is_hit boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    first_walk CONSTANT integer := 500;
    whole_walk CONSTANT integer := 5000;
    few_hits   CONSTANT integer := 2000;
    store  CONSTANT uuid := NULLIF(current_setting('shopbell.store', true), '')::uuid;
    scope  CONSTANT text := search_scope(wanted_view);
    walk   CONSTANT text := 'SELECT c.conversation_id, c.customer_id, c.last_activity_at FROM conversation c'
                            ' WHERE c.store_id = $1 AND (c.last_activity_at, c.conversation_id) < ($4, $5) AND ' || scope;
    newest_first CONSTANT text := ' c.last_activity_at DESC, c.conversation_id DESC LIMIT $6';
    walked integer := 0;
    hits   integer := 0;
    met    text[];
    rarest text;
    people uuid[];
    line   record;
BEGIN
    IF cardinality(patterns) = 0 THEN
        RETURN;
    END IF;
    FOR line IN EXECUTE
        'SELECT w.conversation_id, w.last_activity_at, w.person, w.person LIKE ALL ($3) AS is_hit FROM ('
        'SELECT c.conversation_id, c.last_activity_at,'
        '       (SELECT cu.person FROM customer cu WHERE cu.store_id = $1 AND cu.customer_id = c.customer_id) AS person FROM ('
        || CASE WHEN reads_assigned
           THEN walk || ' ORDER BY' || newest_first
           ELSE format('SELECT c.* FROM ((%1$s AND c.assignee_id IS NULL ORDER BY c.assignee_id, %2$s) UNION ALL '
                       '(%1$s AND c.assignee_id = $2 ORDER BY %2$s)) c ORDER BY %2$s', walk, newest_first)
           END
        || ') c) w'
        USING store, viewer, patterns, below_at, below_conversation, whole_walk
    LOOP
        walked := walked + 1;
        IF line.is_hit THEN
            hits := hits + 1;
            RETURN QUERY SELECT line.conversation_id, line.last_activity_at, true;
            IF hits = most THEN
                RETURN;
            END IF;
        END IF;
        IF walked <= first_walk THEN
            met := met || line.person;
        END IF;
        IF walked = first_walk AND hits * 250 <= walked THEN
            -- Patterns that are common each, though not together, are not worth the index.
            SELECT p.pattern INTO rarest
              FROM unnest(patterns) WITH ORDINALITY AS p (pattern, place)
             CROSS JOIN LATERAL (SELECT count(*) AS times FROM unnest(met) AS m (person) WHERE m.person LIKE p.pattern) often
             WHERE often.times * 20 <= walked
             ORDER BY often.times, p.place
             LIMIT 1;
            CONTINUE WHEN rarest IS NULL;
            PERFORM set_config('enable_indexscan', 'off', true);
            SELECT array_agg(cu.customer_id) INTO people
              FROM (SELECT cu.customer_id FROM customer cu
                     WHERE cu.store_id = store AND cu.person LIKE ALL (patterns)
                       AND cu.person LIKE rarest  -- ALL uses no index
                     LIMIT few_hits + 1) cu;
            PERFORM set_config('enable_indexscan', 'on', true);
            IF COALESCE(cardinality(people), 0) <= few_hits THEN
                RETURN QUERY EXECUTE format(
                    'SELECT c.conversation_id, c.last_activity_at, true'
                    '  FROM unnest($4) AS cu (id)'
                    '  JOIN conversation c ON c.store_id = $1 AND c.customer_id = cu.id'
                    '   AND may_see(c.assignee_id, $2, $3) AND %s'
                    ' WHERE (c.last_activity_at, c.conversation_id) < ($5, $6)'
                    ' ORDER BY c.last_activity_at DESC, c.conversation_id DESC'
                    ' LIMIT $7', scope)
                    USING store, viewer, reads_assigned, people, line.last_activity_at, line.conversation_id, most - hits;
                RETURN;
            END IF;
        END IF;
    END LOOP;
    IF walked = whole_walk THEN
        RETURN QUERY SELECT line.conversation_id, line.last_activity_at, false;
    END IF;
END
$$;

REVOKE EXECUTE ON FUNCTION search_messages, search_people FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_messages, search_people TO shopbell_server;
