-- Both searches again, as in V010, reading less: of a message that is walked past, not its conversation; of people, first only as many as
-- tell whether the words are common; and in the index of people, one word of what was typed, not all.

CREATE OR REPLACE FUNCTION search_messages(
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
    others  CONSTANT tsquery := COALESCE(NULLIF(regexp_replace(loosely::text, '( & )?''[^'']*'':\*$', ''), '')::tsquery, loosely);
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
                       '  WHERE c.store_id = $1 AND c.assignee_id = $2 AND %1$s LIMIT $3) LIMIT $3', scope)
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
        -- A subquery of one value and no join, which would look up the conversation of every message that is walked past.
        'SELECT w.conversation_id, w.seq, w.sent_at, w.is_near, w.begins,'
        '       w.is_match AND COALESCE(('
        '           SELECT true FROM conversation c'
        '            WHERE c.store_id = $1 AND c.conversation_id = w.conversation_id'
        '              AND may_see(c.assignee_id, $2, $3) AND %s), false) AS is_hit'
        '  FROM (SELECT m.conversation_id, m.seq, m.sent_at, m.words @@ $4 AS is_match, m.words @@ $9 AS is_near,'
        '               m.words @@ $10 AS begins'
        '          FROM message m'
        '         WHERE m.store_id = $1 AND m.kind <> ''event'' AND (m.sent_at, m.conversation_id, m.seq) < ($5, $6, $7)'
        '         ORDER BY m.sent_at DESC, m.conversation_id DESC, m.seq DESC'
        '         LIMIT $8) w'
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

CREATE OR REPLACE FUNCTION search_people(
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
    at     timestamptz := below_at;
    place  uuid := below_conversation;
    steps  integer;
    met    text[];
    rarest text;
    people uuid[];
    line   record;
BEGIN
    IF cardinality(patterns) = 0 THEN
        RETURN;
    END IF;
    FOREACH steps IN ARRAY ARRAY[first_walk, whole_walk - first_walk] LOOP
        FOR line IN EXECUTE
            'SELECT w.conversation_id, w.last_activity_at, w.person, w.person LIKE ALL ($3) AS is_hit FROM ('
            'SELECT c.conversation_id, c.last_activity_at,'
            '       (SELECT cu.person FROM customer cu WHERE cu.store_id = $1 AND cu.customer_id = c.customer_id) AS person FROM ('
            || CASE WHEN reads_assigned
               THEN walk || ' ORDER BY' || newest_first
               ELSE format('SELECT c.* FROM ((%1$s AND c.assignee_id IS NULL ORDER BY c.assignee_id, %2$s) UNION ALL '
                           '(%1$s AND c.assignee_id = $2 ORDER BY %2$s)) c ORDER BY %2$s', walk, newest_first)
               END
            || ') c OFFSET 0) w'  -- so that the person is looked up once
            USING store, viewer, patterns, at, place, steps
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
        END LOOP;
        IF walked < first_walk THEN
            RETURN;
        END IF;
        at := line.last_activity_at;
        place := line.conversation_id;
        IF steps = first_walk AND hits * 250 <= walked THEN
            -- Of what was typed the index is asked for one word, the rarest: each part of a word costs it as much as its rows, and
            -- words that are common each, though not together, are not worth it.
            SELECT w.pattern INTO rarest
              FROM unnest(patterns) AS p (pattern)
             CROSS JOIN LATERAL (
                   SELECT '%' || word || '%' FROM string_to_table(btrim(p.pattern, '% '), ' ') AS word
                    WHERE char_length(word) >= 3
                    UNION
                   SELECT p.pattern WHERE p.pattern !~ '[^% ]{3}') w (pattern)
             CROSS JOIN LATERAL (SELECT count(*) AS times FROM unnest(met) AS m (person) WHERE m.person LIKE w.pattern) often
             WHERE often.times * 20 <= walked
             ORDER BY often.times, char_length(w.pattern) DESC, w.pattern
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
                    USING store, viewer, reads_assigned, people, at, place, most - hits;
                RETURN;
            END IF;
        END IF;
    END LOOP;
    IF walked = whole_walk THEN
        RETURN QUERY SELECT place, at, false;
    END IF;
END
$$;
