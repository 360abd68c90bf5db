package dev.shopbell.message;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.message.card.CardDraft;
import dev.shopbell.message.card.CardRefusal;
import dev.shopbell.message.card.Cards;
import dev.shopbell.platform.http.RefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one of the store's own systems wants to say, under the name it has: to the customer, or as
/// a note to staff. The text is null when only cards are sent; a note brings none. Which system
/// said it makes no difference to what was said: a new key may repeat what an old one sent.
public record SystemDraft(
        ConversationId conversation,
        MessageId id,
        String system,
        @Nullable MessageText text,
        boolean isNote,
        List<CardDraft> cards) {

    public SystemDraft {
        cards = Cards.checked(cards);
        if (isNote && !cards.isEmpty()) {
            throw new RefusedException(CardRefusal.CARDS_NOT_POSSIBLE, "cards");
        }
        var _ = Carried.checked(text, List.of(), cards);
    }

    Line line() {
        return new Line(
                id,
                isNote ? MessageKind.NOTE : MessageKind.AUTOMATION,
                null,
                text,
                null,
                null,
                system,
                List.of(),
                List.of(),
                cards,
                null,
                null);
    }
}
