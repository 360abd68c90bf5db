-- People who can sign in, what they may do in which store, and their sessions.

CREATE TABLE staff (
    staff_id       uuid        NOT NULL,
    email          text        NOT NULL,
    name           text        NOT NULL,
    password_hash  text        NOT NULL,
    created_at     timestamptz NOT NULL,
    deactivated_at timestamptz,

    CONSTRAINT staff_has_one_id         PRIMARY KEY (staff_id),
    CONSTRAINT staff_email_is_lower     CHECK (email = lower(email)),
    CONSTRAINT staff_email_signs_in_one UNIQUE (email),
    CONSTRAINT staff_name_length        CHECK (char_length(name) BETWEEN 1 AND 100)
);
GRANT SELECT, INSERT, UPDATE ON staff TO shopbell_server;

CREATE TABLE staff_session (
    token_hash   bytea       NOT NULL,  -- SHA-256; the token itself is only in the browser
    staff_id     uuid        NOT NULL REFERENCES staff,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,

    CONSTRAINT staff_session_has_one_token PRIMARY KEY (token_hash)
);
CREATE INDEX staff_session_of_staff ON staff_session (staff_id);
CREATE INDEX staff_session_by_end ON staff_session (expires_at);
GRANT SELECT, INSERT, DELETE ON staff_session TO shopbell_server;

CREATE TABLE role (
    store_id    uuid   NOT NULL REFERENCES store,
    role_id     uuid   NOT NULL,
    name        text   NOT NULL,
    permissions text[] NOT NULL,

    CONSTRAINT role_has_one_id       PRIMARY KEY (store_id, role_id),
    CONSTRAINT role_name_names_one   UNIQUE (store_id, name),
    CONSTRAINT role_permission_known CHECK (permissions <@ ARRAY ['conversation_management', 'inbox_administration'])
);
CALL keep_stores_apart('role');
GRANT SELECT, INSERT ON role TO shopbell_server;

CREATE TABLE membership (
    store_id       uuid        NOT NULL REFERENCES store,
    staff_id       uuid        NOT NULL REFERENCES staff,
    is_owner       boolean     NOT NULL DEFAULT false,
    joined_at      timestamptz NOT NULL,
    rights_version integer     NOT NULL DEFAULT 1,  -- raised with every change of this person's rights: their clients start over

    CONSTRAINT membership_is_one_per_store PRIMARY KEY (store_id, staff_id)
);
CREATE UNIQUE INDEX store_has_one_owner ON membership (store_id) WHERE is_owner;
CREATE INDEX membership_of_staff ON membership (staff_id);
CALL keep_stores_apart('membership');
GRANT SELECT, INSERT, UPDATE ON membership TO shopbell_server;

CREATE TABLE membership_role (
    store_id uuid NOT NULL,
    staff_id uuid NOT NULL,
    role_id  uuid NOT NULL,

    CONSTRAINT membership_role_given_once    PRIMARY KEY (store_id, staff_id, role_id),
    CONSTRAINT membership_role_is_of_member  FOREIGN KEY (store_id, staff_id) REFERENCES membership,
    CONSTRAINT membership_role_is_the_stores FOREIGN KEY (store_id, role_id) REFERENCES role
);
CALL keep_stores_apart('membership_role');
GRANT SELECT, INSERT, DELETE ON membership_role TO shopbell_server;

-- Signing in asks for a person's stores before any store is set.
CREATE FUNCTION memberships_of(person uuid)
    RETURNS TABLE (store_id uuid, store_name text, is_owner boolean, rights_version integer, roles text[], permissions text[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.store_id, s.name, m.is_owner, m.rights_version,
           COALESCE(array_agg(DISTINCT r.name) FILTER (WHERE r.name IS NOT NULL), '{}'),
           COALESCE(array_agg(DISTINCT p.permission) FILTER (WHERE p.permission IS NOT NULL), '{}')
      FROM membership m
      JOIN store s USING (store_id)
      LEFT JOIN membership_role mr USING (store_id, staff_id)
      LEFT JOIN role r USING (store_id, role_id)
      LEFT JOIN LATERAL unnest(r.permissions) AS p (permission) ON true
     WHERE m.staff_id = person
     GROUP BY m.store_id, s.name, m.is_owner, m.rights_version
     ORDER BY s.name, m.store_id
$$;
REVOKE EXECUTE ON FUNCTION memberships_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION memberships_of TO shopbell_server;
