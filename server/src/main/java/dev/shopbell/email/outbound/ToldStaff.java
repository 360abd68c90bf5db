package dev.shopbell.email.outbound;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;

/// Knows who of the staff is told of a conversation. A notification may wait for days, for a mail
/// server that is away; whom it is for is asked again before it leaves.
public interface ToldStaff {

    /// Whether this member still may know of it, still wants mails, and has not opened meanwhile
    /// what they were mailed.
    boolean isStillTold(
            StoreTransaction tx, StoreId store, ConversationId conversation, StaffId staff);
}
