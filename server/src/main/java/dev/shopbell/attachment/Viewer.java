package dev.shopbell.attachment;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.staff.Member;
import dev.shopbell.store.StoreId;
import java.util.HexFormat;

/// Who looks at a file, and where.
public sealed interface Viewer {

    StoreId store();

    /// The same for all that one viewer looks at.
    String key();

    /// A staff member, in a conversation.
    record OfTeam(Member member, ConversationId conversation) implements Viewer {

        @Override
        public StoreId store() {
            return member.store();
        }

        @Override
        public String key() {
            return member.staff().value().toString();
        }
    }

    /// A visitor in their own conversation; known by the hash of their secret.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Visitor(StoreId store, byte[] secretHash) implements Viewer {

        @Override
        public String key() {
            return HexFormat.of().formatHex(secretHash);
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
