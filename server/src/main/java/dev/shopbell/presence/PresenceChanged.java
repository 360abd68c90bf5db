package dev.shopbell.presence;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.DomainEvent;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer came to the store's pages (`leftAt` null) or left them. With the conversation's
/// assignee, because who may see the conversation may know.
public record PresenceChanged(
        StoreId store,
        ConversationId conversation,
        @Nullable StaffId assignee,
        @Nullable Instant leftAt)
        implements DomainEvent {}
