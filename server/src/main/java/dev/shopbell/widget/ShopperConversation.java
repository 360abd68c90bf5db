package dev.shopbell.widget;

import dev.shopbell.conversation.Conversation;
import java.util.UUID;

/// The wire form of a conversation as its customer sees it: numbers only.
public record ShopperConversation(
        UUID id, long lastPublicSeq, long delivered, long seen, long staffSeen, long version) {

    public static ShopperConversation of(Conversation conversation) {
        return new ShopperConversation(
                conversation.id().value(),
                conversation.lastPublicSeq(),
                conversation.watermarks().delivered(),
                conversation.watermarks().seen(),
                conversation.watermarks().staffSeen(),
                conversation.version());
    }
}
