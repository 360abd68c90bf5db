package dev.shopbell.email.inbound;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.inbound.AnsweredSql.Sent;
import dev.shopbell.store.StoreId;
import java.util.Set;

/// Whose a mail is.
sealed interface Match {

    StoreId store();

    /// An answer in a thread; known: from the address that mail of ours went to.
    record Answer(StoreId store, ConversationId conversation, boolean isKnown) implements Match {

        /// The same thread, answered by another mark of it, too.
        Answer or(Answer other) {
            return isKnown ? this : other;
        }
    }

    /// A staff member answers what told them of something.
    record OfStaff(Sent answered) implements Match {

        @Override
        public StoreId store() {
            return answered.store();
        }
    }

    /// It answers nothing of its sender's.
    ///
    /// @param named the conversations of the store whose mails it says that it answers, though they
    ///   went to others
    record Fresh(StoreId store, Set<ConversationId> named) implements Match {
        public Fresh {
            named = Set.copyOf(named);
        }
    }
}
