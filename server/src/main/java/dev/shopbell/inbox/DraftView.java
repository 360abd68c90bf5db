package dev.shopbell.inbox;

import dev.shopbell.message.Draft;
import dev.shopbell.message.MessageKind;
import dev.shopbell.staff.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The wire form of a draft, for nobody but its writer. A stranded one is of a conversation that
/// they may not see any more: nothing in it is the customer's.
public record DraftView(
        UUID conversation,
        MessageKind kind,
        String text,
        @Nullable Long after,
        List<UUID> mentions,
        Instant changedAt,
        boolean stranded) {

    public static DraftView of(Draft draft) {
        return new DraftView(
                draft.conversation().value(),
                draft.kind(),
                draft.text().value(),
                draft.after(),
                draft.mentions().stream().map(StaffId::value).toList(),
                draft.changedAt(),
                draft.isStranded());
    }

    @Override
    public String toString() {
        return "***";
    }
}
