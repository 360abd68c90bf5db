package dev.shopbell.platform.id;

import java.util.UUID;

/// An identifier that only fits the thing it identifies: a `ConversationId` is never taken for a
/// customer's.
public interface Id {
    UUID value();
}
