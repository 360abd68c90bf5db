package dev.shopbell.conversation;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.job.SlidingSql;
import dev.shopbell.store.StoreId;
import java.time.Duration;
import java.time.Instant;

/// What makes it due that people hear of a conversation they do not look at: one piece of work for
/// each, a quiet while after the last thing that happened, so that several in quick succession are
/// told of at once.
public final class StaffToTell {

    /// Of the work that tells staff.
    public static final String WORK = "notification.message";

    /// So long after the last thing that happened.
    public static final Duration QUIET = Duration.ofSeconds(10);

    private StaffToTell() {}

    /// The work's own among those of its name.
    public static String key(StoreId store, ConversationId conversation) {
        return store.value() + "/" + conversation.value();
    }

    /// Work of any name about a conversation.
    public static SlidingSql.Due due(String name, Conversation conversation, Instant at) {
        return new SlidingSql.Due(
                name,
                key(conversation.store(), conversation.id()),
                "{\"store\":\"%s\",\"conversation\":\"%s\",\"since\":\"%s\"}"
                        .formatted(conversation.store().value(), conversation.id().value(), at),
                at.plus(QUIET));
    }

    static void soon(StoreTransaction tx, Conversation conversation, Instant at) {
        SlidingSql.slide(tx, due(WORK, conversation, at));
    }
}
