package dev.shopbell.attachment;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.util.HexFormat;
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

    /// What else it depends on whether a customer may upload, besides their secret.
    interface Rule {

        /// For those who may, whatever happened.
        Rule NONE =
                new Rule() {
                    @Override
                    public void check(Conversation conversation) {}

                    @Override
                    public void checkNewcomer(StoreTransaction tx) {}
                };

        /// Refuses who may not put anything into their conversation.
        void check(Conversation conversation);

        /// Refuses who may not begin one.
        void checkNewcomer(StoreTransaction tx);
    }

    /// Whoever holds the secret, in their own conversation, or for the first message that is to
    /// open it. The door has the rule.
    record Customer(StoreId store, VisitorSecret secret, String address, Rule rule)
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
            rule.check(conversation);
        }
    }
}
