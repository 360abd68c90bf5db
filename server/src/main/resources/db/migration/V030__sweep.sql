-- Whoever sweeps what is left over asks each store in turn.
CREATE FUNCTION every_store() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS 'SELECT store_id FROM store';

REVOKE EXECUTE ON FUNCTION every_store FROM PUBLIC;
GRANT EXECUTE ON FUNCTION every_store TO shopbell_server;

CREATE INDEX quick_reply_picture_by_content ON quick_reply_picture (store_id, content_blob);
CREATE INDEX quick_reply_picture_by_thumbnail ON quick_reply_picture (store_id, thumbnail_blob) WHERE thumbnail_blob IS NOT NULL;
