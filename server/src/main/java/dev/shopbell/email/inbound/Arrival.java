package dev.shopbell.email.inbound;

import dev.shopbell.email.mime.ParsedMail;
import dev.shopbell.email.mime.Writer;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A mail that has come and can be answered.
///
/// @param to whom it was delivered to
/// @param tags what stands behind the plus signs of all it is to, by the envelope or the headers
/// @param store whose mailbox it came to; null: it may be any store's
/// @param answered the Message-IDs that it answers, the nearest first
record Arrival(
        ParsedMail mail,
        EmailAddress from,
        List<Addressed> to,
        List<String> tags,
        List<String> answered,
        @Nullable StoreId store,
        Fingerprint fingerprint) {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{1,248}>");

    Arrival {
        to = List.copyOf(to);
        tags = List.copyOf(tags);
        answered = List.copyOf(answered);
    }

    /// How its sender is called, if that can be a name.
    @Nullable String name() {
        return Writer.of(mail).stream()
                .flatMap(sender -> Stream.ofNullable(MailWords.name(sender.name())))
                .findFirst()
                .orElse(null);
    }

    /// Its Message-ID, if other mails can name it.
    @Nullable String headerId() {
        String id = mail.messageId();
        return id != null && MESSAGE_ID.matcher(id).matches() ? id : null;
    }

    boolean mayBeFor(StoreId other) {
        return store == null || store.equals(other);
    }

    @Override
    public String toString() {
        return "***";
    }
}
