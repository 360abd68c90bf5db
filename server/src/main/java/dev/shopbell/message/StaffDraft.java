package dev.shopbell.message;

import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.message.card.CardDraft;
import dev.shopbell.message.card.CardRefusal;
import dev.shopbell.message.card.Cards;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a staff member wants to say: to the customer, or as a note to colleagues, some of whom it
/// names. The text is null when only attachments or cards are sent; a note brings no cards. `after`
/// is the last message they knew when they began to write; null when they do not mind what was said
/// since. `keptAt` is when the version of it was kept that their device knew; null when none was.
/// What they typed elsewhere since then is another draft.
public record StaffDraft(
        ConversationId conversation,
        MessageId id,
        @Nullable MessageText text,
        boolean isNote,
        @Nullable Long after,
        List<StaffId> mentions,
        List<AttachmentId> attachments,
        List<CardDraft> cards,
        @Nullable Instant keptAt) {

    public StaffDraft {
        mentions = List.copyOf(mentions);
        cards = Cards.checked(cards);
        if (isNote && !cards.isEmpty()) {
            throw new RefusedException(CardRefusal.CARDS_NOT_POSSIBLE, "cards");
        }
        attachments = Carried.checked(text, attachments, cards);
    }

    public StaffDraft(ConversationId conversation, MessageId id, MessageText text, boolean isNote) {
        this(conversation, id, text, isNote, null, List.of(), List.of(), List.of(), null);
    }

    MessageKind kind() {
        return isNote ? MessageKind.NOTE : MessageKind.STAFF;
    }
}
