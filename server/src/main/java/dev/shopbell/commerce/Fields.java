package dev.shopbell.commerce;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.platform.text.PlainText;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what a store's systems send, tidied or refused by the name of its field. Nothing to see is
/// nothing: systems write `""` for what they do not know.
final class Fields {

    private static final Set<String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries()).collect(Collectors.toUnmodifiableSet());
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration AHEAD_AT_MOST = Duration.ofHours(1);
    private static final int LANGUAGE_LENGTH = 64;

    private Fields() {}

    /// On one line, with single blanks.
    static @Nullable String line(@Nullable String told, int most, String field) {
        if (told == null || !PlainText.isVisible(told)) {
            return null;
        }
        if (!PlainText.isStorable(told)) {
            throw new RefusedException(CommerceRefusal.VALUE_INVALID, field);
        }
        String line = PlainText.name(told);
        if (PlainText.length(line) > most) {
            throw new RefusedException(
                    CommerceRefusal.VALUE_TOO_LONG, field, Map.of("limit", most));
        }
        return line;
    }

    static @Nullable String email(@Nullable String told, String field) {
        if (told == null || !PlainText.isVisible(told)) {
            return null;
        }
        return EmailAddress.parse(told)
                .map(EmailAddress::value)
                .orElseThrow(() -> new RefusedException(CommerceRefusal.EMAIL_INVALID, field));
    }

    static @Nullable String language(@Nullable String told, String field) {
        String tag = line(told, LANGUAGE_LENGTH, field);
        if (tag == null) {
            return null;
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException _) {
            // Refused below.
        }
        throw new RefusedException(CommerceRefusal.LANGUAGE_INVALID, field);
    }

    static @Nullable String country(@Nullable String told, String field) {
        if (told == null || !PlainText.isVisible(told)) {
            return null;
        }
        String code = told.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            throw new RefusedException(CommerceRefusal.COUNTRY_UNKNOWN, field);
        }
        return code;
    }

    /// RFC 3339, to the microsecond.
    static @Nullable Instant time(@Nullable String told, String field) {
        if (told == null || !PlainText.isVisible(told)) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(told.strip()).toInstant();
            if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                return time.truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeParseException _) {
            // Refused below.
        }
        throw new RefusedException(CommerceRefusal.TIME_INVALID, field);
    }

    /// When something changed over there. One from the future would keep off whatever comes next.
    static Instant changed(String told, Instant now) {
        Instant time = time(told, "changedAt");
        if (time == null) {
            throw new RefusedException(CommerceRefusal.TIME_INVALID, "changedAt");
        }
        if (time.isAfter(now.plus(AHEAD_AT_MOST))) {
            throw new RefusedException(CommerceRefusal.TIME_AHEAD, "changedAt");
        }
        return time;
    }

    /// A constant by its word, in lower case.
    static <E extends Enum<E>> E word(Class<E> kind, String told, String field) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(told))
                .findFirst()
                .orElseThrow(() -> new RefusedException(CommerceRefusal.WORD_UNKNOWN, field));
    }
}
