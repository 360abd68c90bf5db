package dev.shopbell.message;

import dev.shopbell.attachment.Attachment;
import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.message.card.CardDraft;
import dev.shopbell.platform.http.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a message may carry: a few attachments that its sender uploaded for it, cards of the shop,
/// words or none.
final class Carried {

    static final int MOST = 10;

    private static final String FIELD = "attachments";

    private Carried() {}

    /// Each once, in their order. With neither them nor cards, something has to be said.
    static List<AttachmentId> checked(
            @Nullable MessageText text, List<AttachmentId> ids, List<CardDraft> cards) {
        List<AttachmentId> each = ids.stream().distinct().toList();
        if (each.size() > MOST) {
            throw new RefusedException(AttachmentRefusal.TOO_MANY_FILES, FIELD);
        }
        if (text == null && each.isEmpty() && cards.isEmpty()) {
            throw new RefusedException(MessageRefusal.TEXT_EMPTY, "text");
        }
        return each;
    }

    /// The attachments themselves, out of those that this sender has waiting.
    static List<Attachment> found(List<AttachmentId> ids, List<Attachment> waiting) {
        Map<AttachmentId, Attachment> byId =
                waiting.stream().collect(Collectors.toMap(Attachment::id, Function.identity()));
        List<Attachment> found = ids.stream().map(byId::get).filter(Objects::nonNull).toList();
        if (found.size() < ids.size()) {
            throw new RefusedException(AttachmentRefusal.ATTACHMENT_NOT_FOUND, FIELD);
        }
        return found;
    }
}
