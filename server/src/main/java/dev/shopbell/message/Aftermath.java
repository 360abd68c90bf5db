package dev.shopbell.message;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.StaffToTell;
import dev.shopbell.platform.job.SlidingSql;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a message makes due for whoever tells people who are not there: one piece of work for each
/// conversation, a quiet while after the last message, so that several in quick succession are told
/// of at once.
public record Aftermath(UUID store, UUID conversation, Instant since) {

    /// The customer is told of answers.
    public static final String OF_ANSWER = "email.reply";

    /// Staff are told of what a customer wrote, and of notes that name them.
    public static final String OF_QUESTION = StaffToTell.WORK;

    /// The work's own among those of its name.
    public static String key(StoreId store, ConversationId conversation) {
        return StaffToTell.key(store, conversation);
    }

    static SlidingSql.@Nullable Due of(
            Conversation conversation, MessageKind kind, List<StaffId> mentions, Instant at) {
        return switch (kind) {
            case STAFF, AUTOMATION -> StaffToTell.due(OF_ANSWER, conversation, at);
            case CUSTOMER -> StaffToTell.due(OF_QUESTION, conversation, at);
            case NOTE -> mentions.isEmpty() ? null : StaffToTell.due(OF_QUESTION, conversation, at);
            case EVENT -> null;
        };
    }
}
