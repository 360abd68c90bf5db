-- Who works in a store: roles of its own, people who go and come back, invitations; and what a person is signed in with.

ALTER TABLE role
    ADD COLUMN is_built_in boolean NOT NULL DEFAULT false,  -- made with the store; neither changes nor goes
    DROP CONSTRAINT role_permission_known,
    ADD CONSTRAINT role_permission_known
        CHECK (permissions <@ ARRAY ['conversation_management', 'inbox_administration', 'staff_management']);
UPDATE role SET is_built_in = true WHERE name IN ('Conversation management', 'Inbox administrator');
CREATE UNIQUE INDEX role_name_once_in_any_case ON role (store_id, lower(name));
GRANT UPDATE, DELETE ON role TO shopbell_server;

ALTER TABLE membership
    ADD COLUMN deactivated_at timestamptz,  -- no longer works here; what they wrote stays theirs
    ADD COLUMN last_active_at timestamptz,  -- to the minute
    ADD CONSTRAINT membership_owner_stays CHECK (NOT is_owner OR deactivated_at IS NULL);

ALTER TABLE staff_session
    ADD COLUMN session_id     uuid NOT NULL DEFAULT gen_random_uuid(),  -- what its person may call it; opens nothing
    ADD COLUMN browser        text,  -- 'Firefox'; null when the browser does not say
    ADD COLUMN system         text,  -- 'Windows'
    ADD COLUMN last_active_at timestamptz;  -- to the minute
CREATE UNIQUE INDEX staff_session_has_one_id ON staff_session (session_id);
GRANT UPDATE ON staff_session TO shopbell_server;

-- Somebody who is to work in the store. Gone once they have joined, or when it is withdrawn.
CREATE TABLE invitation (
    store_id      uuid        NOT NULL REFERENCES store,
    invitation_id uuid        NOT NULL,
    email         text        NOT NULL,
    token_hash    bytea,                 -- SHA-256 of what the link carries; the link itself is in the mail, or was copied
    invited_by    uuid        NOT NULL,
    invited_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    declined_at   timestamptz,

    CONSTRAINT invitation_has_one_id       PRIMARY KEY (store_id, invitation_id),
    CONSTRAINT invitation_once_per_address UNIQUE (store_id, email),
    CONSTRAINT invitation_token_opens_one  UNIQUE (token_hash),
    CONSTRAINT invitation_email_is_lower   CHECK (email = lower(email)),
    CONSTRAINT invitation_is_by_member     FOREIGN KEY (store_id, invited_by) REFERENCES membership (store_id, staff_id),
    CONSTRAINT invitation_declined_is_over CHECK ((declined_at IS NULL) = (token_hash IS NOT NULL))
);
CALL keep_stores_apart('invitation');
GRANT SELECT, INSERT, UPDATE, DELETE ON invitation TO shopbell_server;

CREATE TABLE invitation_role (
    store_id      uuid NOT NULL,
    invitation_id uuid NOT NULL,
    role_id       uuid NOT NULL,

    CONSTRAINT invitation_role_given_once     PRIMARY KEY (store_id, invitation_id, role_id),
    CONSTRAINT invitation_role_of_invitation  FOREIGN KEY (store_id, invitation_id) REFERENCES invitation ON DELETE CASCADE,
    CONSTRAINT invitation_role_is_the_stores  FOREIGN KEY (store_id, role_id) REFERENCES role
);
CREATE INDEX invitation_role_of_role ON invitation_role (store_id, role_id);
CREATE INDEX membership_role_of_role ON membership_role (store_id, role_id);
CALL keep_stores_apart('invitation_role');
GRANT SELECT, INSERT, DELETE ON invitation_role TO shopbell_server;

-- Whoever opens a link has no store yet.
CREATE FUNCTION store_of_invitation(wanted bytea) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS 'SELECT store_id FROM invitation WHERE token_hash = wanted';
REVOKE EXECUTE ON FUNCTION store_of_invitation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION store_of_invitation TO shopbell_server;

-- As before, without the stores in which a person no longer works.
CREATE OR REPLACE FUNCTION memberships_of(person uuid)
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
       AND m.deactivated_at IS NULL
     GROUP BY m.store_id, s.name, s.settings, m.is_owner, m.rights_version
     ORDER BY s.name, m.store_id
$$;
