package dev.shopbell.notification;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
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
                        SELECT n.email, n.browser, n.sound, n.quiet_from, n.quiet_to, n.time_zone
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
                               (store_id, staff_id, email, browser, sound, quiet_from, quiet_to, time_zone)
                        VALUES (:store, :staff, :email, :browser, :sound, :from, :to, :zone)
                        ON CONFLICT ON CONSTRAINT staff_notification_setting_is_one_row
                        DO UPDATE SET email = excluded.email, browser = excluded.browser,
                                      sound = excluded.sound, quiet_from = excluded.quiet_from,
                                      quiet_to = excluded.quiet_to, time_zone = excluded.time_zone
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .bind("email", chosen.email())
                .bind("browser", chosen.browser())
                .bind("sound", chosen.sound().word())
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
                        row.getString("time_zone")));
    }

    private static @Nullable QuietHours quietHours(
            @Nullable LocalTime from, @Nullable LocalTime to, @Nullable String zone) {
        return from == null || to == null || zone == null
                ? null
                : new QuietHours(from, to, ZoneId.of(zone));
    }
}
