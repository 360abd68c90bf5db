package dev.shopbell.notification;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.outbound.ToldStaff;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;

/// Asks of a notification that waits what was asked when it was written.
@Singleton
final class ToldByMail implements ToldStaff {

    @Override
    public boolean isStillTold(
            StoreTransaction tx, StoreId store, ConversationId conversation, StaffId staff) {
        return new TellingSql(tx, store, conversation)
                .recipients(staff).stream()
                        .filter(recipient -> recipient.settings().email())
                        .anyMatch(recipient -> recipient.readSeq() < recipient.mailedSeq());
    }
}
