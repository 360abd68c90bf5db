package dev.shopbell.message.quickreply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A prepared answer. `uses` counts the messages of the whole store it was used in, `ownUses` those
/// of whoever asks.
public record QuickReply(
        QuickReplyId id,
        QuickReplyText content,
        @Nullable QuickReplyPicture picture,
        long uses,
        long ownUses,
        Instant changedAt) {}
