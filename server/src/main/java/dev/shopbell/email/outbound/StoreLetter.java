package dev.shopbell.email.outbound;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.mail.Letter;
import dev.shopbell.platform.mail.MailFile;
import dev.shopbell.staff.StaffId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mail of a store: what it says, why, and about what.
///
/// @param about the conversation, if it is about one
/// @param staff for whom of the team it is, if for one of them
/// @param answers which places of the thread it carries; of a reply, and of nothing else
/// @param references the Message-IDs of the mails before it in its thread, oldest first
/// @param headers more of them; a value is one line
public record StoreLetter(
        Kind kind,
        Letter letter,
        @Nullable ConversationId about,
        @Nullable StaffId staff,
        @Nullable Range answers,
        List<String> references,
        Map<String, String> headers,
        List<MailFile> files) {

    /// Why it is written. All but a reply are written by the machine, and say so.
    public enum Kind {
        REPLY,
        NOTIFICATION,
        EXPLANATION,
        TEST;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// From one `public_seq` to another.
    public record Range(long first, long last) {}

    public StoreLetter {
        references = List.copyOf(references);
        headers = Map.copyOf(headers);
        files = List.copyOf(files);
    }

    @Override
    public String toString() {
        return "StoreLetter[" + kind + "]";
    }
}
