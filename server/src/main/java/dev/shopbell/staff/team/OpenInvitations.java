package dev.shopbell.staff.team;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;

/// What somebody's leaving means for those they have invited, whom this package knows nothing of.
public interface OpenInvitations {

    /// Whom they invited and who has not come yet is invited no more.
    void withdrawThoseOf(StoreTransaction tx, Member by, StaffId whom);
}
