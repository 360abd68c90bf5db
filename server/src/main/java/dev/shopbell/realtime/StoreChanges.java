package dev.shopbell.realtime;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationView;
import dev.shopbell.conversation.Reading;
import dev.shopbell.message.Message;
import dev.shopbell.staff.StaffId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What changed in a store after one place in its feed, up to another, whoever may see it.
/// `readings` is how far each staff member has read them. Of many or long messages only the newest
/// are here: the conversations' numbers tell that some are missing.
record StoreChanges(
        long after,
        long feedSeq,
        List<ConversationView> conversations,
        List<Message> messages,
        Map<ReadBy, Reading> readings) {

    record ReadBy(ConversationId conversation, StaffId staff) {}

    Reading reading(ConversationId conversation, StaffId staff) {
        return readings.getOrDefault(new ReadBy(conversation, staff), Reading.NOTHING);
    }

    /// The conversations that others may see now than before.
    Stream<ConversationId> accessChanges() {
        return conversations.stream()
                .filter(view -> view.accessFeedSeq() > after)
                .map(view -> view.conversation().id());
    }
}
