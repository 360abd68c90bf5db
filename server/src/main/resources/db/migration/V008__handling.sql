-- What staff do with a conversation besides writing in it: resolve, assign, block, label, mark unread. And who did it, for good.

ALTER TABLE conversation
    ADD COLUMN blocked_at    timestamptz,                   -- since when its sender is refused
    ADD COLUMN blocked_by    uuid,
    ADD COLUMN block_changes bigint NOT NULL DEFAULT 0,     -- how often the sender was blocked and unblocked
    ADD COLUMN labels        text[] NOT NULL DEFAULT '{}',  -- each once, in the order of their names
    ADD COLUMN assigned_at   timestamptz,                   -- when the assignee last changed
    ADD COLUMN assigned_from uuid,                          -- and who it was before
    ADD CONSTRAINT conversation_blocked_by_somebody CHECK ((blocked_at IS NULL) = (blocked_by IS NULL)),
    ADD CONSTRAINT conversation_blocked_is_resolved CHECK (blocked_at IS NULL OR status = 'resolved'),
    ADD CONSTRAINT conversation_blocker_is_member   FOREIGN KEY (store_id, blocked_by) REFERENCES membership (store_id, staff_id),
    ADD CONSTRAINT conversation_has_few_labels      CHECK (cardinality(labels) <= 10);

-- Each view is read by its assignees: what is assigned to nobody, and what to the reader.
CREATE INDEX conversation_of_assignee ON conversation (store_id, assignee_id, last_activity_at DESC, conversation_id DESC);
CREATE INDEX conversation_unresolved_of_assignee ON conversation (store_id, assignee_id, last_activity_at DESC, conversation_id DESC)
    WHERE status = 'unresolved';
CREATE INDEX conversation_resolved_of_assignee ON conversation (store_id, assignee_id, last_activity_at DESC, conversation_id DESC)
    WHERE status = 'resolved' AND blocked_at IS NULL;
CREATE INDEX conversation_blocked_of_assignee ON conversation (store_id, assignee_id, last_activity_at DESC, conversation_id DESC)
    WHERE blocked_at IS NOT NULL;

-- A note at or before this place names the member: theirs to read.
ALTER TABLE conversation_member ADD COLUMN mentioned_seq bigint NOT NULL DEFAULT 0;

-- The store's labels, to choose from. A conversation holds the names it has.
CREATE TABLE label (
    store_id   uuid        NOT NULL REFERENCES store,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL,

    CONSTRAINT label_names_one   PRIMARY KEY (store_id, name),
    CONSTRAINT label_name_length CHECK (char_length(name) BETWEEN 1 AND 40)
);
CREATE UNIQUE INDEX label_once_in_any_case ON label (store_id, lower(name));
CALL keep_stores_apart('label');
GRANT SELECT, INSERT ON label TO shopbell_server;

-- Who did what when, without a word of what was written. Nobody changes it: not the server, not the owner of the tables.
CREATE TABLE audit_entry (
    store_id   uuid        NOT NULL REFERENCES store,
    audit_id   uuid        NOT NULL,  -- UUIDv7: in the order they were written
    at         timestamptz NOT NULL,
    actor_id   uuid,                  -- null: the program itself
    actor_name text,                  -- as it was then
    action     text        NOT NULL,
    subject    jsonb       NOT NULL,

    CONSTRAINT audit_entry_has_one_id         PRIMARY KEY (store_id, audit_id),
    CONSTRAINT audit_entry_actor_has_name     CHECK ((actor_id IS NULL) = (actor_name IS NULL)),
    CONSTRAINT audit_entry_subject_is_object  CHECK (jsonb_typeof(subject) = 'object')
);
CALL keep_stores_apart('audit_entry');
GRANT SELECT, INSERT ON audit_entry TO shopbell_server;

CREATE FUNCTION refuse_to_change_the_audit_trail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail does not change';
END
$$;
CREATE TRIGGER audit_entry_does_not_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit_trail();

DROP VIEW conversation_with_people;
CREATE VIEW conversation_with_people WITH (security_invoker = true) AS
    SELECT c.store_id, c.conversation_id, c.customer_id, c.status, c.assignee_id, c.blocked_at, c.block_changes, c.labels,
           c.last_seq, c.last_public_seq, c.customer_messages, c.cleared_messages,
           c.delivered_public_seq, c.seen_public_seq, c.staff_seen_public_seq,
           c.preview_kind, c.preview_author_id, c.preview_text,
           c.last_activity_at, c.created_at, c.version, c.feed_seq, c.access_feed_seq,
           cu.name AS customer_name, cu.email AS customer_email,
           cu.email_verified_at IS NOT NULL AS customer_email_verified,
           cu.language AS customer_language, cu.time_zone AS customer_time_zone,
           a.name AS assignee_name, p.name AS preview_author_name
      FROM conversation c
      JOIN customer cu USING (store_id, customer_id)
      LEFT JOIN staff a ON a.staff_id = c.assignee_id
      LEFT JOIN staff p ON p.staff_id = c.preview_author_id;
GRANT SELECT ON conversation_with_people TO shopbell_server;

-- Whether administrators read what is assigned to others is the store's choice; off unless it says otherwise.
DROP FUNCTION memberships_of;
CREATE FUNCTION memberships_of(person uuid)
    RETURNS TABLE (store_id uuid, store_name text, is_owner boolean, rights_version integer, roles text[], permissions text[],
                   administrators_read_assigned boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.store_id, s.name, m.is_owner, m.rights_version,
           COALESCE(array_agg(DISTINCT r.name) FILTER (WHERE r.name IS NOT NULL), '{}'),
           COALESCE(array_agg(DISTINCT p.permission) FILTER (WHERE p.permission IS NOT NULL), '{}'),
           s.settings @> '{"administratorsReadAssigned": true}'
      FROM membership m
      JOIN store s USING (store_id)
      LEFT JOIN membership_role mr USING (store_id, staff_id)
      LEFT JOIN role r USING (store_id, role_id)
      LEFT JOIN LATERAL unnest(r.permissions) AS p (permission) ON true
     WHERE m.staff_id = person
     GROUP BY m.store_id, s.name, s.settings, m.is_owner, m.rights_version
     ORDER BY s.name, m.store_id
$$;
REVOKE EXECUTE ON FUNCTION memberships_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION memberships_of TO shopbell_server;
