package dev.shopbell.conversation;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import dev.shopbell.staff.team.Turnover;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;

/// What people coming and going means for conversations.
@Singleton
final class ConversationsOfTeam implements Turnover {

    private final Assignments assignments;

    ConversationsOfTeam(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public void joins(StoreTransaction tx, StoreId store, StaffId who) {
        new ConversationSql(tx).countAllAsRead(store, who);
    }

    @Override
    public void left(Member by, StaffId who) {
        assignments.returnAll(by, who);
    }
}
