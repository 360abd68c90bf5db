-- How each member of a store wants to be told of customers' messages, and up to where they were.
CREATE TABLE staff_notification_setting (
    store_id   uuid    NOT NULL,
    staff_id   uuid    NOT NULL,
    email      boolean NOT NULL DEFAULT true,
    browser    boolean NOT NULL DEFAULT false,
    sound      text    NOT NULL DEFAULT 'none',
    quiet_from time,
    quiet_to   time,
    time_zone  text,  -- IANA; in which the quiet hours count

    CONSTRAINT staff_notification_setting_is_one_row     PRIMARY KEY (store_id, staff_id),
    CONSTRAINT staff_notification_setting_is_of_the_team FOREIGN KEY (store_id, staff_id) REFERENCES membership (store_id, staff_id),
    CONSTRAINT staff_notification_sound_known            CHECK (sound IN ('none', 'knock', 'bell', 'chime')),
    CONSTRAINT staff_notification_quiet_hours_whole      CHECK (
        (quiet_from IS NULL) = (quiet_to IS NULL)
        AND (quiet_from IS NULL) = (time_zone IS NULL)
        AND (quiet_from IS NULL OR quiet_from <> quiet_to))
);
CALL keep_stores_apart('staff_notification_setting');
GRANT SELECT, INSERT, UPDATE ON staff_notification_setting TO shopbell_server;

-- The last message of a conversation a member was told of: nobody is told twice.
CREATE TABLE notification_mark (
    store_id        uuid   NOT NULL,
    conversation_id uuid   NOT NULL,
    staff_id        uuid   NOT NULL,
    mailed_seq      bigint NOT NULL DEFAULT 0,
    pushed_seq      bigint NOT NULL DEFAULT 0,

    CONSTRAINT notification_mark_is_one_row     PRIMARY KEY (store_id, conversation_id, staff_id),
    CONSTRAINT notification_mark_conversation   FOREIGN KEY (store_id, conversation_id) REFERENCES conversation,
    CONSTRAINT notification_mark_is_of_the_team FOREIGN KEY (store_id, staff_id) REFERENCES membership (store_id, staff_id)
);
CALL keep_stores_apart('notification_mark');
GRANT SELECT, INSERT, UPDATE ON notification_mark TO shopbell_server;
