-- Of what each member is told, and how: the channels have switches of their own, and tell of everything until somebody chooses.
ALTER TABLE staff_notification_setting
    ADD COLUMN email_topics   text[] NOT NULL DEFAULT '{message_unassigned,message_mine,assigned,mentioned,bounced}',
    ADD COLUMN browser_topics text[] NOT NULL DEFAULT '{message_unassigned,message_mine,assigned,mentioned,bounced}',
    ADD COLUMN sound_topics   text[] NOT NULL DEFAULT '{message_unassigned,message_mine,assigned,mentioned,bounced}',
    ADD CONSTRAINT staff_notification_topics_known CHECK (
        email_topics || browser_topics || sound_topics <@ '{message_unassigned,message_mine,assigned,mentioned,bounced}');
