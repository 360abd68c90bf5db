package dev.shopbell.browsing;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.DomainEvent;
import dev.shopbell.store.StoreId;

/// The customer of this conversation opened another page of the shop, and it was kept.
public record PageVisited(StoreId store, ConversationId conversation) implements DomainEvent {}
