package dev.shopbell.message;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.job.SlidingSql;
import dev.shopbell.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a message makes due for whoever tells people who are not there: one piece of work for each
/// conversation, a quiet while after the last message, so that several in quick succession are told
/// of at once.
public record Aftermath(UUID store, UUID conversation, Instant since) {

    /// The customer is told of answers.
    public static final String OF_ANSWER = "email.reply";

    /// Staff are told of what a customer wrote.
    public static final String OF_QUESTION = "notification.message";

    private static final Duration QUIET = Duration.ofSeconds(10);

    /// The work's own among those of its name.
    public static String key(StoreId store, ConversationId conversation) {
        return store.value() + "/" + conversation.value();
    }

    static SlidingSql.@Nullable Due of(Conversation conversation, MessageKind kind, Instant at) {
        return switch (kind) {
            case STAFF -> due(OF_ANSWER, conversation, at);
            case CUSTOMER -> due(OF_QUESTION, conversation, at);
            case NOTE, AUTOMATION, EVENT -> null;
        };
    }

    private static SlidingSql.Due due(String name, Conversation conversation, Instant at) {
        return new SlidingSql.Due(
                name,
                key(conversation.store(), conversation.id()),
                "{\"store\":\"%s\",\"conversation\":\"%s\",\"since\":\"%s\"}"
                        .formatted(conversation.store().value(), conversation.id().value(), at),
                at.plus(QUIET));
    }
}
