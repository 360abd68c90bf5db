package dev.shopbell.message;

import dev.shopbell.attachment.Attachment;
import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.attachment.AttachmentKind;
import dev.shopbell.browsing.Told;
import dev.shopbell.commerce.OrderLink;
import dev.shopbell.conversation.Conversation;
import dev.shopbell.message.card.Card;
import dev.shopbell.message.card.CardDraft;
import dev.shopbell.staff.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is about to be said, before it has a place.
record Line(
        MessageId id,
        MessageKind kind,
        @Nullable StaffId author,
        @Nullable MessageText text,
        @Nullable String email,
        @Nullable String sender,
        @Nullable String system,
        List<StaffId> mentions,
        List<AttachmentId> attachments,
        List<CardDraft> cards,
        @Nullable Instant keptAt,
        @Nullable Told told) {

    boolean isSaidBy(Message message) {
        return message.says(kind, author, words(), attachments, cards);
    }

    /// Between the customer and the store, in their own words.
    boolean isSpoken() {
        return kind == MessageKind.CUSTOMER
                || kind == MessageKind.STAFF
                || kind == MessageKind.AUTOMATION;
    }

    String words() {
        return text == null ? "" : text.value();
    }

    Conversation continues(
            Conversation before, List<Attachment> carried, List<Card> sent, Instant at) {
        Conversation.Preview preview =
                new Conversation.Preview(
                        kind.word(),
                        author,
                        sender == null ? system : sender,
                        preview(sent),
                        count(carried, AttachmentKind.IMAGE),
                        count(carried, AttachmentKind.VIDEO));
        return switch (kind) {
            case CUSTOMER -> before.continuedByCustomer(preview, at);
            case STAFF, AUTOMATION -> before.continuedByStore(preview, true, at);
            case NOTE -> before.continuedByStore(preview, false, at);
            case EVENT -> throw new IllegalStateException("nobody says an event");
        };
    }

    /// Without words, what the first card is called.
    private String preview(List<Card> sent) {
        if (text != null) {
            return text.preview();
        }
        return sent.isEmpty() ? "" : sent.getFirst().name();
    }

    private static int count(List<Attachment> carried, AttachmentKind kind) {
        return (int) carried.stream().filter(each -> each.kind() == kind).count();
    }

    Message placedIn(
            Conversation continued,
            List<Attachment> carried,
            List<Card> sent,
            List<OrderLink> orders) {
        return new Message(
                continued.id(),
                id,
                continued.lastSeq(),
                kind == MessageKind.NOTE ? null : continued.lastPublicSeq(),
                kind,
                author,
                null,
                words(),
                null,
                email,
                sender,
                system,
                mentions,
                carried,
                sent,
                orders,
                continued.lastActivityAt());
    }
}
