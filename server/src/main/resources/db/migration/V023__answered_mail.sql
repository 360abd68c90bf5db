-- Whose a mail is that came in: it may be for any store, so these look through the wall between stores, by what only the answer to one of
-- our own mails can name. They tell no more than where to go on, and to whom the mail went, which decides.
-- What our next mail in the thread refers to.
ALTER TABLE inbound_mail
    ADD COLUMN header_id text,  -- its Message-ID, with the angle brackets
    ADD CONSTRAINT inbound_mail_header_id_length CHECK (char_length(header_id) <= 250);

CREATE INDEX mail_of_conversation ON mail (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE FUNCTION mails_with_message_id(ids text[])
    RETURNS TABLE (store_id uuid, mail_id uuid, kind text, conversation_id uuid, staff_id uuid, recipient text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS 'SELECT m.store_id, m.mail_id, m.kind, m.conversation_id, m.staff_id, m.recipient
          FROM mail m WHERE m.message_id = ANY (ids) LIMIT 100';

CREATE INDEX mail_by_id ON mail (mail_id);
CREATE FUNCTION mail_with_id(id uuid)
    RETURNS TABLE (store_id uuid, mail_id uuid, kind text, conversation_id uuid, staff_id uuid, recipient text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS 'SELECT m.store_id, m.mail_id, m.kind, m.conversation_id, m.staff_id, m.recipient FROM mail m WHERE m.mail_id = id';

CREATE FUNCTION mails_of_conversation(conversation uuid) RETURNS TABLE (store_id uuid, recipient text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS 'SELECT DISTINCT m.store_id, m.recipient FROM mail m WHERE m.conversation_id = conversation LIMIT 100';

REVOKE EXECUTE ON FUNCTION mails_with_message_id, mail_with_id, mails_of_conversation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mails_with_message_id, mail_with_id, mails_of_conversation TO shopbell_server;
