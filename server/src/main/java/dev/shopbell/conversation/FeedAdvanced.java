package dev.shopbell.conversation;

import dev.shopbell.platform.database.DomainEvent;
import dev.shopbell.store.StoreId;

/// Something that staff of this store see has changed; it has this number in the store's feed.
public record FeedAdvanced(StoreId store, long feedSeq) implements DomainEvent {}
