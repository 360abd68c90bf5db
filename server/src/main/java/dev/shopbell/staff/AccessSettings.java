package dev.shopbell.staff;

import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.store.Stores;
import jakarta.inject.Singleton;
import java.util.Map;

/// What the store lets its Inbox administrators read.
@Singleton
public final class AccessSettings {

    private final Database database;
    private final Stores stores;
    private final Audits audits;

    AccessSettings(Database database, Stores stores, Audits audits) {
        this.database = database;
        this.stores = stores;
        this.audits = audits;
    }

    /// As the member's session knows it.
    public boolean administratorsReadAssigned(Member member) {
        return member.administratorsReadAssigned();
    }

    /// Takes hold of every session within five seconds, by which its clients load afresh.
    public void letAdministratorsReadAssigned(Member by, boolean may) {
        database.inStore(
                by.store(),
                tx -> {
                    if (stores.letAdministratorsReadAssigned(tx, by.store(), may)) {
                        StaffSql.raiseRights(tx, by.store());
                        audits.record(
                                tx,
                                by.store(),
                                new Actor(by.staff().value(), by.name()),
                                "access_changed",
                                Map.of("administratorsReadAssigned", may));
                    }
                    return may;
                });
    }
}
