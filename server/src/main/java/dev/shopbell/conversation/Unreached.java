package dev.shopbell.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.shopbell.conversation.Conversation.Watermarks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A mail with answers did not reach the customer. It is over once they have seen those in the
/// chat, or a later mail has left for them.
///
/// @param upTo how far answers had gone when it was known
public record Unreached(MailEnd how, long upTo) {

    public enum MailEnd {
        /// It came back.
        BOUNCED,
        /// It never left.
        FAILED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isOver(Watermarks reached) {
        return reached.seen() >= upTo || reached.emailed() > upTo;
    }

    static @Nullable Unreached read(ResultSet row) throws SQLException {
        String how = row.getString("unreached_how");
        return how == null
                ? null
                : new Unreached(
                        MailEnd.valueOf(how.toUpperCase(Locale.ROOT)),
                        row.getLong("unreached_up_to"));
    }
}
