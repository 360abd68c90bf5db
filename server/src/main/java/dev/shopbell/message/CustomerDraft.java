package dev.shopbell.message;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.Contact;
import dev.shopbell.customer.NetworkTrace;
import dev.shopbell.customer.Surroundings;
import dev.shopbell.customer.VisitorSecret;

/// What a customer wants to say, and where `from`. Conversation id, contact and surroundings count
/// with the first message only.
public record CustomerDraft(
        VisitorSecret secret,
        ConversationId conversation,
        MessageId id,
        MessageText text,
        Contact contact,
        Surroundings surroundings,
        NetworkTrace from) {}
