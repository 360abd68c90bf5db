package dev.shopbell.message;

import dev.shopbell.attachment.Attachment;
import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.commerce.OrderLink;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.message.card.Card;
import dev.shopbell.message.card.CardDraft;
import dev.shopbell.staff.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A line of a thread, in its place for good. `publicSeq` is null for what the customer may not
/// see; `author` is the staff member who wrote it or did it; `event` is JSON and only there for an
/// event, whose text is empty; `email` is JSON and only there for what came by mail: how it came;
/// `sender` is who wrote it, where it came from another address than the customer's; `system` is
/// what the store's own system is called that said it, where one did. `mentions` are the members a
/// note names, `orders` the orders of the customer that it names. What carries attachments or cards
/// may say nothing besides.
public record Message(
        ConversationId conversation,
        MessageId id,
        long seq,
        @Nullable Long publicSeq,
        MessageKind kind,
        @Nullable StaffId author,
        @Nullable String authorName,
        String text,
        @Nullable String event,
        @Nullable String email,
        @Nullable String sender,
        @Nullable String system,
        List<StaffId> mentions,
        List<Attachment> attachments,
        List<Card> cards,
        List<OrderLink> orders,
        Instant sentAt) {

    public Message {
        mentions = List.copyOf(mentions);
        attachments = List.copyOf(attachments);
        cards = List.copyOf(cards);
        orders = List.copyOf(orders);
    }

    /// Whether sending this again would say the same: same kind, same author, same words, and the
    /// same attachments and cards in the same order.
    boolean says(
            MessageKind kind,
            @Nullable StaffId author,
            String text,
            List<AttachmentId> attachments,
            List<CardDraft> cards) {
        return this.kind == kind
                && Objects.equals(this.author, author)
                && this.text.equals(text)
                && this.attachments.stream().map(Attachment::id).toList().equals(attachments)
                && Card.areOf(this.cards, cards);
    }

    /// Whether it is an answer of the store's: of its staff, or of a system of its own.
    public boolean isAnswer() {
        return kind == MessageKind.STAFF || (kind == MessageKind.AUTOMATION && system != null);
    }

    Message by(@Nullable String name) {
        return new Message(
                conversation,
                id,
                seq,
                publicSeq,
                kind,
                author,
                name,
                text,
                event,
                email,
                sender,
                system,
                mentions,
                attachments,
                cards,
                orders,
                sentAt);
    }

    /// What search finds it by: its words, and what its cards are called.
    public String searched() {
        return Stream.concat(Stream.of(text), cards.stream().map(Card::name))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "Message[" + conversation + " seq=" + seq + " kind=" + kind + "]";
    }
}
