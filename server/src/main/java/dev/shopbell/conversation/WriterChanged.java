package dev.shopbell.conversation;

import dev.shopbell.platform.database.DomainEvent;
import dev.shopbell.store.StoreId;

/// Who writes in this conversation is known to be somebody else than before, or is known better: a
/// token or a link said so.
public record WriterChanged(StoreId store, ConversationId conversation) implements DomainEvent {}
