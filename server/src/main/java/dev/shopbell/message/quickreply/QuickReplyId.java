package dev.shopbell.message.quickreply;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

/// Drawn by whoever makes the quick reply, so that a repeated request makes one.
public record QuickReplyId(UUID value) implements Id {}
