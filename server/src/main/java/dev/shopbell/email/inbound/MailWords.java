package dev.shopbell.email.inbound;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.attachment.MailedFile;
import dev.shopbell.message.MessageText;
import dev.shopbell.platform.text.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Words of a mail as the thread may have them: no longer than they may be, and nothing that cannot
/// be stored.
final class MailWords {

    static final int SUBJECT_LENGTH = 200;

    private static final int NAME_LENGTH = 100;
    private static final int MOST_NAMED = 20;
    private static final String NOTHING = "—";

    private MailWords() {}

    /// How a message came, as clients are told: with `folded` the original has more than the
    /// message, with `cutOff` the mail had more than the original.
    ///
    /// @param answersAnother it says that it answers a mail to somebody else, in a conversation
    ///   that is not told; else null
    record How(
            String from,
            @Nullable String fromName,
            String subject,
            boolean known,
            List<NotTaken> refused,
            boolean folded,
            boolean cutOff,
            @JsonInclude(NON_NULL) @Nullable Boolean answersAnother) {}

    record NotTaken(String name, String code) {}

    static @Nullable MessageText text(String written) {
        String fit = fit(written);
        return PlainText.isVisible(fit) ? new MessageText(cut(fit, MessageText.MAX_LENGTH)) : null;
    }

    /// Somebody did write, so it is never nothing.
    static MessageText textOrSubject(String written, String subject) {
        MessageText text = text(written);
        MessageText instead = text == null ? text(subject) : text;
        return instead == null ? new MessageText(NOTHING) : instead;
    }

    static String line(@Nullable String written, int most) {
        String fit = written == null ? "" : fit(written);
        return PlainText.shortened(
                fit.codePoints()
                        .map(c -> Character.isISOControl(c) ? ' ' : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString(),
                most);
    }

    /// Null when it could be anything but a name.
    static @Nullable String name(@Nullable String written) {
        String name = line(written, NAME_LENGTH);
        return PlainText.isName(name) ? name : null;
    }

    static List<NotTaken> named(List<MailedFile.Refused> files) {
        return files.stream()
                .limit(MOST_NAMED)
                .map(file -> new NotTaken(file.name().value(), file.code()))
                .toList();
    }

    static String json(ObjectMapper json, How how) {
        try {
            return json.writeValueAsString(how);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static @Nullable String storable(@Nullable String written, int most) {
        return written == null ? null : cut(fit(written), most);
    }

    private static String fit(String written) {
        return PlainText.isStorable(written)
                ? written
                : written.codePoints()
                        .filter(c ->
                                c != 0
                                        && !(c >= Character.MIN_SURROGATE
                                                && c <= Character.MAX_SURROGATE))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
    }

    private static String cut(String text, int most) {
        return PlainText.length(text) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
