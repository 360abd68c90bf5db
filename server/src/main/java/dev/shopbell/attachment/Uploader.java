package dev.shopbell.attachment;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Whose an upload is, and what they may do in a conversation.
public sealed interface Uploader {

    StoreId store();

    /// Null for a customer.
    @Nullable StaffId staff();

    /// The same for all that one person uploads.
    String key();

    /// From where: the same for all who share it. Staff are told apart wherever they are.
    String address();

    /// Refuses who may not put anything into this conversation.
    void check(Conversation conversation);

    /// A staff member, in the conversations that they may see.
    record OfTeam(Member member) implements Uploader {

        @Override
        public StoreId store() {
            return member.store();
        }

        @Override
        public StaffId staff() {
            return member.staff();
        }

        @Override
        public String key() {
            return member.staff().value().toString();
        }

        @Override
        public String address() {
            return key();
        }

        @Override
        public void check(Conversation conversation) {
            ConversationAccess.check(member, conversation);
        }
    }

    /// Whoever holds the secret, in their own conversation. The door says what else it depends on.
    record Customer(
            StoreId store, VisitorSecret secret, String address, Consumer<Conversation> rule)
            implements Uploader {

        @Override
        public @Nullable StaffId staff() {
            return null;
        }

        @Override
        public String key() {
            return HexFormat.of().formatHex(secret.hash());
        }

        @Override
        public void check(Conversation conversation) {
            rule.accept(conversation);
        }
    }
}
