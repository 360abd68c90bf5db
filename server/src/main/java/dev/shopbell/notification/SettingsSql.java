package dev.shopbell.notification;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about what people chose.
final class SettingsSql {

    private final StoreTransaction tx;
    private final StoreId store;

    SettingsSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    Optional<NotificationSettings> find(StaffId staff) {
        return tx.createQuery(
                        """
                        SELECT n.email, n.browser, n.sound, n.quiet_from, n.quiet_to, n.time_zone,
                               n.email_topics, n.browser_topics, n.sound_topics
                          FROM staff_notification_setting n
                         WHERE n.store_id = :store AND n.staff_id = :staff
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .map((row, _) -> settings(row))
                .findOne();
    }

    void save(StaffId staff, NotificationSettings chosen) {
        QuietHours quiet = chosen.quiet();
        tx.createUpdate(
                        """
                        INSERT INTO staff_notification_setting
                               (store_id, staff_id, email, browser, sound, quiet_from, quiet_to, time_zone,
                                email_topics, browser_topics, sound_topics)
                        VALUES (:store, :staff, :email, :browser, :sound, :from, :to, :zone,
                                :emailTopics, :browserTopics, :soundTopics)
                        ON CONFLICT ON CONSTRAINT staff_notification_setting_is_one_row
                        DO UPDATE SET email = excluded.email, browser = excluded.browser,
                                      sound = excluded.sound, quiet_from = excluded.quiet_from,
                                      quiet_to = excluded.quiet_to, time_zone = excluded.time_zone,
                                      email_topics = excluded.email_topics,
                                      browser_topics = excluded.browser_topics,
                                      sound_topics = excluded.sound_topics
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .bind("email", chosen.email())
                .bind("browser", chosen.browser())
                .bind("sound", chosen.sound().word())
                .bindArray("emailTopics", String.class, Topic.words(chosen.topics().email()))
                .bindArray("browserTopics", String.class, Topic.words(chosen.topics().browser()))
                .bindArray("soundTopics", String.class, Topic.words(chosen.topics().sound()))
                .bindByType("from", quiet == null ? null : quiet.from(), LocalTime.class)
                .bindByType("to", quiet == null ? null : quiet.to(), LocalTime.class)
                .bindByType("zone", quiet == null ? null : quiet.zone().getId(), String.class)
                .execute();
    }

    /// Of a row that has a person's choices, or nulls where they never chose.
    static NotificationSettings settings(ResultSet row) throws SQLException {
        String sound = row.getString("sound");
        if (sound == null) {
            return NotificationSettings.UNTOUCHED;
        }
        return new NotificationSettings(
                row.getBoolean("email"),
                row.getBoolean("browser"),
                Sound.of(sound),
                quietHours(
                        row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_to", LocalTime.class),
                        row.getString("time_zone")),
                new Topics(
                        topics(row, "email_topics"),
                        topics(row, "browser_topics"),
                        topics(row, "sound_topics")));
    }

    private static Set<Topic> topics(ResultSet row, String column) throws SQLException {
        return Topic.of(List.of((String[]) row.getArray(column).getArray()));
    }

    private static @Nullable QuietHours quietHours(
            @Nullable LocalTime from, @Nullable LocalTime to, @Nullable String zone) {
        return from == null || to == null || zone == null
                ? null
                : new QuietHours(from, to, ZoneId.of(zone));
    }
}
