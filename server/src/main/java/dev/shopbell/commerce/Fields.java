package dev.shopbell.commerce;

import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.platform.text.PlainText;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
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
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LANGUAGE_LENGTH = 64;
    private static final int LINK_LENGTH = 2_000;

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

    /// The same where there must be something to see.
    static String requiredLine(@Nullable String told, int most, String field) {
        String line = line(Body.required(told, field), most, field);
        if (line == null) {
            throw new RefusedException(CommerceRefusal.VALUE_EMPTY, field);
        }
        return line;
    }

    /// What something else is called over there.
    static @Nullable String id(@Nullable String told, String field) {
        return told == null || !PlainText.isVisible(told)
                ? null
                : ExternalId.checked(told, field).value();
    }

    /// An address on the web, as it was told.
    static @Nullable String link(@Nullable String told, String field) {
        String link = line(told, LINK_LENGTH, field);
        if (link == null) {
            return null;
        }
        try {
            URI address = new URI(link);
            if (SCHEMES.contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null) {
                return link;
            }
        } catch (URISyntaxException _) {
            // Refused below.
        }
        throw new RefusedException(CommerceRefusal.LINK_INVALID, field);
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

    static Instant requiredTime(@Nullable String told, String field) {
        Instant time = time(Body.required(told, field), field);
        if (time == null) {
            throw new RefusedException(CommerceRefusal.TIME_INVALID, field);
        }
        return time;
    }

    /// When something changed over there. One from the future would keep off whatever comes next.
    static Instant changed(@Nullable String told, Instant now) {
        Instant time = requiredTime(told, "changedAt");
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

    /// Each entry of a list, by the place at which it stands: `lines.0`.
    static <D, T> List<T> each(
            List<D> told, int most, String field, BiFunction<D, String, T> checked) {
        if (told.size() > most) {
            throw new RefusedException(
                    CommerceRefusal.TOO_MANY_ENTRIES, field, Map.of("limit", most));
        }
        List<T> all = new ArrayList<>();
        for (int at = 0; at < told.size(); at++) {
            String place = field + "." + at;
            all.add(checked.apply(Body.required(told.get(at), place), place));
        }
        return all;
    }
}
