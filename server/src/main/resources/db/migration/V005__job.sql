-- Work that must be done later, scheduled in the transaction that made it due. The columns are db-scheduler's.
-- Belongs to no store: a row says what the work is about, and whoever does it opens the store. It is gone when the work is done.
CREATE TABLE job (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,                 -- JSON
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,                  -- the node that is at it
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,

    CONSTRAINT job_is_scheduled_once PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX job_by_time ON job (execution_time);
CREATE INDEX job_by_heartbeat ON job (last_heartbeat);
GRANT SELECT, INSERT, UPDATE, DELETE ON job TO shopbell_server;
