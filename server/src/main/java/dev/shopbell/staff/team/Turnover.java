package dev.shopbell.staff.team;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;

/// What people coming and going means for conversations, which this storey knows nothing of.
public interface Turnover {

    /// Somebody joins, in this transaction: what customers wrote before is not theirs to have
    /// missed.
    void joins(StoreTransaction tx, StoreId store, StaffId who);

    /// Somebody can have no conversations any more: theirs are nobody's from now on. In as many
    /// transactions as it takes, and safe to repeat.
    void left(Member by, StaffId who);
}
