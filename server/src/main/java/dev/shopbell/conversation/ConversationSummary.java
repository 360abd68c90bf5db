package dev.shopbell.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shopbell.conversation.Conversation.Preview;
import dev.shopbell.staff.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The wire form of a conversation as one staff member sees it in a list. `unread` is how many of
/// the customer's messages that person has not opened, and at least 1 while they marked it unread;
/// `mentioned` that a note names them which they have not opened. `unreached` is only there while a
/// mail with answers has not reached the customer, and nothing since has; `cart` only while the
/// customer has something in it; `continued` only where the thread is closed and goes on in another
/// conversation, `continues` where others go on in this one. A summary with an older `version` than
/// the one known is to be dropped.
public record ConversationSummary(
        UUID id,
        long version,
        CustomerView customer,
        Status status,
        @Nullable StaffView assignee,
        boolean blocked,
        List<String> labels,
        long lastSeq,
        long lastPublicSeq,
        long delivered,
        long seen,
        long emailed,
        @Nullable PreviewView preview,
        @JsonInclude(JsonInclude.Include.NON_NULL) Unreached.@Nullable MailEnd unreached,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CartTotal cart,
        Instant lastActivityAt,
        Instant createdAt,
        long unread,
        boolean mentioned,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean continued,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean continues) {

    /// Who writes. The e-mail address is as typed; only a verified one proves anything.
    public record CustomerView(
            UUID id,
            @Nullable String name,
            @Nullable String email,
            boolean emailVerified,
            @Nullable String language,
            @Nullable String timeZone) {}

    /// A staff member, named.
    public record StaffView(UUID id, String name) {}

    /// The last thing said: its kind, who of the staff said it, the beginning of the text, and what
    /// came with it. `sender` is only there when it came from another address than the customer's.
    public record PreviewView(
            String kind,
            @Nullable StaffView author,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sender,
            String text,
            PreviewFiles attachments) {}

    /// How many of each the last thing said carries; clients say it in their own words.
    public record PreviewFiles(int images, int videos) {}

    public static ConversationSummary of(
            Conversation conversation, People people, Reading reading) {
        return new ConversationSummary(
                conversation.id().value(),
                conversation.version(),
                customer(conversation, people),
                conversation.status(),
                staff(conversation.assignee(), people.assigneeName()),
                conversation.isBlocked(),
                conversation.handling().labels(),
                conversation.lastSeq(),
                conversation.lastPublicSeq(),
                conversation.watermarks().delivered(),
                conversation.watermarks().seen(),
                conversation.watermarks().emailed(),
                preview(conversation.preview(), people),
                unreached(conversation),
                people.cart(),
                conversation.lastActivityAt(),
                people.createdAt(),
                unread(conversation, reading),
                reading.mentioned(),
                conversation.isContinued() ? true : null,
                conversation.links().continues() ? true : null);
    }

    /// The same arithmetic as in SummarySql's lists of unread conversations.
    private static long unread(Conversation conversation, Reading reading) {
        if (conversation.status() == Status.RESOLVED) {
            return 0;
        }
        long read = Math.max(conversation.clearedMessages(), reading.messages());
        return Math.max(reading.markedUnread() ? 1 : 0, conversation.customerMessages() - read);
    }

    private static Unreached.@Nullable MailEnd unreached(Conversation conversation) {
        Unreached unreached = conversation.unreached();
        return unreached == null
                        || conversation.status() == Status.RESOLVED
                        || unreached.isOver(conversation.watermarks())
                ? null
                : unreached.how();
    }

    private static CustomerView customer(Conversation conversation, People people) {
        return new CustomerView(
                conversation.customer().value(),
                people.customerName(),
                people.customerEmail(),
                people.emailVerified(),
                people.language(),
                people.timeZone());
    }

    public static @Nullable StaffView staff(@Nullable StaffId id, @Nullable String name) {
        return id == null || name == null ? null : new StaffView(id.value(), name);
    }

    private static @Nullable PreviewView preview(Preview preview, People people) {
        String kind = preview.kind();
        String text = preview.text();
        return kind == null || text == null
                ? null
                : new PreviewView(
                        kind,
                        staff(preview.author(), people.previewAuthorName()),
                        preview.sender(),
                        text,
                        new PreviewFiles(preview.images(), preview.videos()));
    }
}
