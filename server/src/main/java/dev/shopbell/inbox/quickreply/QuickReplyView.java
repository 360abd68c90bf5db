package dev.shopbell.inbox.quickreply;

import dev.shopbell.message.quickreply.QuickReply;
import java.time.Instant;
import java.util.UUID;

/// A quick reply as staff see it; `ownUses` are those of whoever asks.
record QuickReplyView(
        UUID id,
        String title,
        String shortcut,
        String text,
        long uses,
        long ownUses,
        Instant changedAt) {

    static QuickReplyView of(QuickReply reply) {
        return new QuickReplyView(
                reply.id().value(),
                reply.content().title(),
                reply.content().shortcut(),
                reply.content().text(),
                reply.uses(),
                reply.ownUses(),
                reply.changedAt());
    }
}
