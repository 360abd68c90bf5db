package dev.shopbell.conversation;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

/// Drawn by the customer's browser; unique within its store.
public record ConversationId(UUID value) implements Id {}
