-- A link in a mail that lets the reader choose a new password, once.
CREATE TABLE password_reset (
    token_hash bytea       NOT NULL,  -- SHA-256; the token itself is only in the mail
    staff_id   uuid        NOT NULL REFERENCES staff,
    expires_at timestamptz NOT NULL,

    CONSTRAINT password_reset_has_one_token PRIMARY KEY (token_hash)
);
CREATE INDEX password_reset_of_staff ON password_reset (staff_id);
GRANT SELECT, INSERT, DELETE ON password_reset TO shopbell_server;
