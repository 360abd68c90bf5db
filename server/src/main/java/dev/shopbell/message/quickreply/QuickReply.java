package dev.shopbell.message.quickreply;

import java.time.Instant;

/// A prepared answer. `uses` counts the messages of the whole store it was used in, `ownUses` those
/// of whoever asks.
public record QuickReply(
        QuickReplyId id, QuickReplyText content, long uses, long ownUses, Instant changedAt) {}
