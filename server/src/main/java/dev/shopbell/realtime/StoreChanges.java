package dev.shopbell.realtime;

import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationView;
import dev.shopbell.conversation.Reading;
import dev.shopbell.message.Message;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What changed in a store after one place in its feed, up to another, whoever may see it.
/// `readings` is how far each staff member has read them, `owners` whose a conversation was at some
/// time since, `erased` which are no more, and who saw them. Of many or long messages only the
/// newest are here: the conversations' numbers tell that some are missing.
record StoreChanges(
        long after,
        long feedSeq,
        List<ConversationView> conversations,
        List<Message> messages,
        Map<ReadBy, Reading> readings,
        List<Owner> owners,
        List<Owner> erased) {

    record ReadBy(ConversationId conversation, StaffId staff) {}

    /// Somebody from whom a conversation was taken; `null`: it was everybody's.
    record Owner(ConversationId conversation, @Nullable StaffId staff) {}

    /// Whether a member who may not see a conversation any more could since the beginning of this.
    boolean hasTaken(ConversationId conversation, Member member) {
        return owners.stream()
                .filter(owner -> owner.conversation().equals(conversation))
                .anyMatch(owner -> ConversationAccess.maySee(member, owner.staff()));
    }

    Reading reading(ConversationId conversation, StaffId staff) {
        return readings.getOrDefault(new ReadBy(conversation, staff), Reading.NOTHING);
    }

    boolean hasErased(ConversationId conversation) {
        return erased.stream().anyMatch(gone -> gone.conversation().equals(conversation));
    }

    /// The conversations that others may see now than before.
    Stream<ConversationId> accessChanges() {
        return Stream.concat(
                conversations.stream()
                        .filter(view -> view.accessFeedSeq() > after)
                        .map(view -> view.conversation().id()),
                erased.stream().map(Owner::conversation));
    }
}
