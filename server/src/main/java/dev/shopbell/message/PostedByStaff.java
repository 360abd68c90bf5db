package dev.shopbell.message;

import dev.shopbell.conversation.ConversationSummary;
import org.jspecify.annotations.Nullable;

/// What a staff member's send came to, with the conversation as they see it now; `null` when it is
/// hidden from them since they said it.
public record PostedByStaff(@Nullable ConversationSummary conversation, Message message) {}
