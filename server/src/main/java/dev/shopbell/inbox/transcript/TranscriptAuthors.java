package dev.shopbell.inbox.transcript;

import dev.shopbell.conversation.ConversationSummary.CustomerView;
import dev.shopbell.inbox.transcript.Transcripts.Transcript;
import dev.shopbell.message.Message;
import org.jspecify.annotations.Nullable;

/// Who is named in a transcript, and how: customers know staff by their first names, and the
/// store's systems not at all.
final class TranscriptAuthors {

    private TranscriptAuthors() {}

    /// Null: the store itself, or nobody.
    static @Nullable String author(Transcript transcript, Message line) {
        return switch (line.kind()) {
            case CUSTOMER -> writer(transcript, line.sender());
            case STAFF, EVENT -> staff(transcript, line.authorName());
            case NOTE -> line.system() == null ? line.authorName() : line.system();
            case AUTOMATION -> transcript.notes() ? line.system() : null;
        };
    }

    /// The customer's copy does not tell whose address another was.
    private static String writer(Transcript transcript, @Nullable String sender) {
        if (sender == null) {
            return customer(transcript);
        }
        return transcript.notes() ? sender : "Another address";
    }

    static String customer(Transcript transcript) {
        CustomerView customer = transcript.conversation().customer();
        String name = customer.name();
        String email = customer.email();
        if (name != null) {
            return name;
        }
        return email != null ? email : "Visitor";
    }

    private static @Nullable String staff(Transcript transcript, @Nullable String name) {
        return name == null || transcript.notes() ? name : name.strip().split("\\s+", 2)[0];
    }
}
