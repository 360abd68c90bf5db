package dev.shopbell.realtime;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationView;
import dev.shopbell.message.Message;
import dev.shopbell.staff.StaffId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What changed in a store after one place in its feed, up to another, whoever may see it.
/// `readMessages` is how many of the customer's messages each staff member has read. Of many or
/// long messages only the newest are here: the conversations' numbers tell that some are missing.
record StoreChanges(
        long after,
        long feedSeq,
        List<ConversationView> conversations,
        List<Message> messages,
        Map<ReadBy, Long> readMessages) {

    record ReadBy(ConversationId conversation, StaffId staff) {}

    long readMessages(ConversationId conversation, StaffId staff) {
        return readMessages.getOrDefault(new ReadBy(conversation, staff), 0L);
    }

    /// The conversations that others may see now than before.
    Stream<ConversationId> accessChanges() {
        return conversations.stream()
                .filter(view -> view.accessFeedSeq() > after)
                .map(view -> view.conversation().id());
    }
}
