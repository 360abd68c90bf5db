package dev.shopbell.message;

import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.conversation.ConversationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody wrote by e-mail in a conversation that is there; without text when it is only
/// attachments. `email` is JSON and says how it came; `sender` is who wrote it, where that is
/// another address than the customer's.
public record MailedDraft(
        ConversationId conversation,
        MessageId id,
        @Nullable MessageText text,
        List<AttachmentId> attachments,
        String email,
        @Nullable String sender) {

    public MailedDraft {
        attachments = Carried.checked(text, attachments, List.of());
    }

    @Override
    public String toString() {
        return "***";
    }
}
