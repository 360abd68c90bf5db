package dev.shopbell.realtime;

import dev.shopbell.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/// What happens around a conversation without changing it: heard by those who may see it, kept
/// nowhere.
sealed interface Signal {

    ConversationId conversation();

    /// `by` is the customer when it is null.
    record Typing(ConversationId conversation, @Nullable StaffReader by, boolean isNote)
            implements Signal {}

    /// Who of the staff has it open is otherwise than before.
    record Viewing(ConversationId conversation) implements Signal {}

    /// What is told of its customer is otherwise than before: anything, or only the pages that they
    /// opened, which are many.
    record Profile(ConversationId conversation, boolean onlyPages) implements Signal {}
}
