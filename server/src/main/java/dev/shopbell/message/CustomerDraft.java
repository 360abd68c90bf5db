package dev.shopbell.message;

import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.browsing.Told;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.Contact;
import dev.shopbell.customer.NetworkTrace;
import dev.shopbell.customer.Surroundings;
import dev.shopbell.customer.VisitorSecret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer wants to say, and where `from`; without text when it is only attachments.
/// Conversation id, contact, surroundings and a cart count with the first message only.
public record CustomerDraft(
        VisitorSecret secret,
        ConversationId conversation,
        MessageId id,
        @Nullable MessageText text,
        List<AttachmentId> attachments,
        Contact contact,
        Surroundings surroundings,
        NetworkTrace from,
        Told told) {

    public CustomerDraft {
        attachments = Carried.checked(text, attachments, List.of());
    }

    /// Of whom nobody tells where they are.
    public CustomerDraft(
            VisitorSecret secret,
            ConversationId conversation,
            MessageId id,
            @Nullable MessageText text,
            List<AttachmentId> attachments,
            Contact contact,
            Surroundings surroundings,
            NetworkTrace from) {
        this(
                secret,
                conversation,
                id,
                text,
                attachments,
                contact,
                surroundings,
                from,
                Told.NOTHING);
    }
}
