package dev.shopbell.widget;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.HistoryPlace;
import dev.shopbell.message.Message;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stretch of what the customer and the store said to each other before `conversation` began:
/// messages of the closed `thread`, oldest first. `next` is what to ask for `before`; null where
/// nothing was said before.
public record ShopperHistory(
        ShopperConversation conversation,
        @Nullable UUID thread,
        List<ShopperMessage> messages,
        @Nullable String next) {

    static ShopperHistory none(Conversation open) {
        return new ShopperHistory(ShopperConversation.of(open), null, List.of(), null);
    }

    static ShopperHistory of(
            Conversation open,
            ConversationId thread,
            List<Message> messages,
            @Nullable HistoryPlace next) {
        return new ShopperHistory(
                ShopperConversation.of(open),
                thread.value(),
                messages.stream().map(ShopperMessage::of).toList(),
                next == null ? null : next.written());
    }
}
