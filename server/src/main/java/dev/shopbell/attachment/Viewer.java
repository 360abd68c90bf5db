package dev.shopbell.attachment;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.staff.Member;
import dev.shopbell.store.StoreId;

/// Who looks at a file, and where.
public sealed interface Viewer {

    StoreId store();

    /// A staff member, in a conversation.
    record OfTeam(Member member, ConversationId conversation) implements Viewer {

        @Override
        public StoreId store() {
            return member.store();
        }
    }

    /// A visitor in their own conversation; known by the hash of their secret.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Visitor(StoreId store, byte[] secretHash) implements Viewer {

        @Override
        public String toString() {
            return "***";
        }
    }
}
