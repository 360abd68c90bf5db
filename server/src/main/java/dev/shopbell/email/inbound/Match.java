package dev.shopbell.email.inbound;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.inbound.AnsweredSql.Sent;
import dev.shopbell.store.StoreId;
import java.util.Optional;

/// Whose a mail is.
sealed interface Match {

    /// An answer in a thread; known: from the address that mail of ours went to.
    record Answer(StoreId store, ConversationId conversation, boolean isKnown) implements Match {}

    /// A staff member answers what told them of something.
    record OfStaff(Sent answered) implements Match {}

    /// It answers nothing.
    record Fresh(StoreId store) implements Match {}

    record Nobody() implements Match {}

    /// The store that it is for; empty when it is for none.
    default Optional<StoreId> whose() {
        return switch (this) {
            case Answer(var store, _, _) -> Optional.of(store);
            case OfStaff(var answered) -> Optional.of(answered.store());
            case Fresh(var store) -> Optional.of(store);
            case Nobody _ -> Optional.empty();
        };
    }
}
