package dev.shopbell.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shopbell.attachment.AttachmentView;
import dev.shopbell.message.Message;
import dev.shopbell.message.MessageKind;
import dev.shopbell.message.card.Card;
import dev.shopbell.message.card.NamedOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The wire form of a message as the customer sees it. Staff appear by their first name. `another`
/// is only there, and true, for what came by e-mail from another address than the customer's: whose
/// it is, is not told. `cards` and `orders` are only there where there are some; an order only for
/// a customer who is known to be the one who placed it.
public record ShopperMessage(
        UUID id,
        long publicSeq,
        MessageKind kind,
        @Nullable Author author,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean another,
        String text,
        List<AttachmentView> attachments,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Card> cards,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NamedOrder> orders,
        Instant sentAt) {

    public record Author(String name) {

        /// By the first of their names.
        public static Author of(String name) {
            return new Author(name.strip().split("\\s+", 2)[0]);
        }
    }

    /// Of a message that has a public place.
    public static ShopperMessage of(Message message) {
        Long publicSeq = message.publicSeq();
        if (publicSeq == null) {
            throw new IllegalArgumentException("not for the customer");
        }
        return new ShopperMessage(
                message.id().value(),
                publicSeq,
                message.kind(),
                author(message.authorName()),
                message.sender() == null ? null : true,
                message.text(),
                AttachmentView.of(message.attachments()),
                message.cards(),
                NamedOrder.forTheCustomer(message.orders()),
                message.sentAt());
    }

    private static @Nullable Author author(@Nullable String name) {
        return name == null ? null : Author.of(name);
    }
}
