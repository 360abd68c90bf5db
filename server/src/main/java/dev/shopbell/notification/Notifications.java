package dev.shopbell.notification;

import dev.shopbell.platform.database.Database;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;

/// How each person wants to be told, in each of their stores.
@Singleton
final class Notifications {

    private final Database database;

    Notifications(Database database) {
        this.database = database;
    }

    NotificationSettings of(Member member) {
        return database.inStore(
                member.store(),
                tx ->
                        new SettingsSql(tx, member.store())
                                .find(member.staff())
                                .orElse(NotificationSettings.UNTOUCHED));
    }

    NotificationSettings save(Member member, UnaryOperator<NotificationSettings> choice) {
        return change(member.store(), member.staff(), choice);
    }

    /// Safe to repeat.
    void stopMailing(StoreId store, StaffId staff) {
        change(
                store,
                staff,
                before ->
                        new NotificationSettings(
                                false,
                                before.browser(),
                                before.sound(),
                                before.quiet(),
                                before.topics()));
    }

    private NotificationSettings change(
            StoreId store, StaffId staff, UnaryOperator<NotificationSettings> change) {
        return database.inStore(
                store,
                tx -> {
                    SettingsSql sql = new SettingsSql(tx, store);
                    NotificationSettings after =
                            change.apply(sql.find(staff).orElse(NotificationSettings.UNTOUCHED));
                    sql.save(staff, after);
                    return after;
                });
    }
}
