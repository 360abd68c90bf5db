package dev.shopbell.message;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

/// Drawn by whoever sends, before sending; unique within its conversation.
public record MessageId(UUID value) implements Id {}
