package dev.shopbell.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.shopbell.attachment.AttachmentView;
import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.ConversationSummary.StaffView;
import dev.shopbell.message.Message;
import dev.shopbell.message.MessageKind;
import dev.shopbell.message.card.Card;
import dev.shopbell.message.card.NamedOrder;
import dev.shopbell.staff.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The wire form of a line in a thread, as staff see it. `email` is only there for what came by
/// mail, `system` for what a system of the store's said, `cards` and `orders` only where there are
/// some.
public record StaffMessageView(
        UUID id,
        UUID conversation,
        long seq,
        @Nullable Long publicSeq,
        MessageKind kind,
        @Nullable StaffView author,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String system,
        String text,
        @JsonRawValue @Nullable String event,
        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonRawValue @Nullable String email,
        List<UUID> mentions,
        List<AttachmentView> attachments,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Card> cards,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NamedOrder> orders,
        Instant sentAt) {

    public static StaffMessageView of(Message message) {
        return new StaffMessageView(
                message.id().value(),
                message.conversation().value(),
                message.seq(),
                message.publicSeq(),
                message.kind(),
                ConversationSummary.staff(message.author(), message.authorName()),
                message.system(),
                message.text(),
                message.event(),
                message.email(),
                message.mentions().stream().map(StaffId::value).toList(),
                AttachmentView.of(message.attachments()),
                message.cards(),
                NamedOrder.of(message.orders()),
                message.sentAt());
    }
}
