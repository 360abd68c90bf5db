package dev.shopbell.email.inbound;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Finds our own mails by what an answer to them names, whichever store they are of.
final class AnsweredSql {

    /// One of our mails.
    record Sent(
            StoreId store,
            UUID mail,
            String kind,
            @Nullable ConversationId conversation,
            @Nullable StaffId staff,
            EmailAddress recipient) {

        boolean isReply() {
            return kind.equals("reply");
        }

        boolean wentTo(EmailAddress address) {
            return recipient.equals(address);
        }
    }

    /// To whom mails of a conversation went. The id of a conversation is its store's.
    record Correspondent(StoreId store, EmailAddress recipient) {}

    private AnsweredSql() {}

    static List<Sent> withMessageIds(Handle across, List<String> ids) {
        return across.createQuery(
                        """
                        SELECT store_id, mail_id, kind, conversation_id, staff_id, recipient
                          FROM mails_with_message_id(:ids)
                        """)
                .bindArray("ids", String.class, ids)
                .map((row, _) -> sent(row))
                .list();
    }

    static Optional<Sent> withId(Handle across, UUID mail) {
        return across.createQuery(
                        """
                        SELECT store_id, mail_id, kind, conversation_id, staff_id, recipient
                          FROM mail_with_id(:mail)
                        """)
                .bind("mail", mail)
                .map((row, _) -> sent(row))
                .findFirst();
    }

    static List<Correspondent> of(Handle across, UUID conversation) {
        return across.createQuery(
                        """
                        SELECT store_id, recipient FROM mails_of_conversation(:conversation)
                        """)
                .bind("conversation", conversation)
                .map((row, _) ->
                        new Correspondent(
                                new StoreId(row.getObject("store_id", UUID.class)),
                                new EmailAddress(row.getString("recipient"))))
                .list();
    }

    private static Sent sent(ResultSet row) throws SQLException {
        UUID conversation = row.getObject("conversation_id", UUID.class);
        UUID staff = row.getObject("staff_id", UUID.class);
        return new Sent(
                new StoreId(row.getObject("store_id", UUID.class)),
                row.getObject("mail_id", UUID.class),
                row.getString("kind"),
                conversation == null ? null : new ConversationId(conversation),
                staff == null ? null : new StaffId(staff),
                new EmailAddress(row.getString("recipient")));
    }
}
