package dev.shopbell.widget;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.Conversation.Watermarks;
import java.util.UUID;

/// The wire form of a conversation as its customer sees it: numbers, and whether their messages are
/// refused. The conversation's own version would tell of notes and assignments; since each of these
/// numbers only grows, and how often the last changed too, their sum is a version of just them.
public record ShopperConversation(
        UUID id,
        long lastPublicSeq,
        long delivered,
        long seen,
        long staffSeen,
        boolean blocked,
        long version) {

    public static ShopperConversation of(Conversation conversation) {
        Watermarks reached = conversation.watermarks();
        return new ShopperConversation(
                conversation.id().value(),
                conversation.lastPublicSeq(),
                reached.delivered(),
                reached.seen(),
                reached.staffSeen(),
                conversation.isBlocked(),
                conversation.lastPublicSeq()
                        + reached.delivered()
                        + reached.seen()
                        + reached.staffSeen()
                        + conversation.handling().blockChanges());
    }
}
