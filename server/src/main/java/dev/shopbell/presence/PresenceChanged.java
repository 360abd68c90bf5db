package dev.shopbell.presence;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.DomainEvent;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer came to the store's pages (`leftAt` null) or left them. By the time this is heard it
/// may be otherwise again: [Presence#isOnline] knows.
public record PresenceChanged(StoreId store, ConversationId conversation, @Nullable Instant leftAt)
        implements DomainEvent {}
