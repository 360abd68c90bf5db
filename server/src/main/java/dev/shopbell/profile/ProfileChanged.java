package dev.shopbell.profile;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.DomainEvent;
import dev.shopbell.store.StoreId;

/// What staff may know of the customer in this conversation is otherwise than before.
public record ProfileChanged(StoreId store, ConversationId conversation) implements DomainEvent {}
