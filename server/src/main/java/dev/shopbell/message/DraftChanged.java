package dev.shopbell.message;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.DomainEvent;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import org.jspecify.annotations.Nullable;

/// A person's draft in a conversation is this now; null when it was sent or deleted. Nobody else is
/// to hear of it.
public record DraftChanged(
        StoreId store, StaffId staff, ConversationId conversation, @Nullable Draft draft)
        implements DomainEvent {}
