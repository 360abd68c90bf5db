package dev.shopbell.message;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.staff.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person typed into a conversation and has not sent. `after` is the last message they knew
/// when they began. Stranded while they may not see the conversation: the words are still theirs.
public record Draft(
        ConversationId conversation,
        MessageKind kind,
        DraftText text,
        @Nullable Long after,
        List<StaffId> mentions,
        Instant changedAt,
        boolean isStranded) {

    public Draft {
        mentions = List.copyOf(mentions);
    }
}
