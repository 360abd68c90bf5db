package dev.shopbell.message;

import dev.shopbell.conversation.Conversation;

/// What a send came to: the message in its place, and its conversation as it is now. The same for
/// the first send and for every repetition, except that the conversation may have moved on.
public record Posted(Conversation conversation, Message message) {}
