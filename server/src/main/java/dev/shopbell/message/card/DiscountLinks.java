package dev.shopbell.message.card;

import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.staff.Member;
import dev.shopbell.store.DiscountLink;
import dev.shopbell.store.Store;
import dev.shopbell.store.Stores;
import jakarta.inject.Singleton;
import java.util.Map;

/// How a store's discount codes are applied to a cart. What was sent already stays as it is.
@Singleton
public final class DiscountLinks {

    private final Database database;
    private final Stores stores;
    private final Audits audits;

    DiscountLinks(Database database, Stores stores, Audits audits) {
        this.database = database;
        this.stores = stores;
        this.audits = audits;
    }

    /// The member's store, as it is now.
    public Store of(Member member) {
        return database.inStore(member.store(), tx -> stores.now(tx, member.store()));
    }

    /// A blank one takes it away. Answers the store as it is then.
    public Store change(Member by, String typed) {
        return database.inStore(
                by.store(),
                tx -> {
                    Store store = stores.now(tx, by.store());
                    DiscountLink link =
                            typed.isBlank() ? null : DiscountLink.checked(typed, store.origins());
                    if (stores.applyDiscountsAt(tx, by.store(), link)) {
                        audits.record(
                                tx,
                                by.store(),
                                new Actor(by.staff().value(), by.name()),
                                "discount_link_changed",
                                Map.of("link", link == null ? "" : link.template()));
                    }
                    return stores.now(tx, by.store());
                });
    }
}
