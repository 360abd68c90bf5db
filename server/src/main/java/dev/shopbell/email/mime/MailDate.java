package dev.shopbell.email.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the Date header (RFC 5322, 3.3) with the two-digit years, named zones and missing parts
/// that are found in the wild.
final class MailDate {

    private static final Pattern SHAPE =
            Pattern.compile(
                    "(\\d{1,2})[ -]{1,3}([A-Za-z]{3})[A-Za-z]{0,6}[ ,.-]{1,3}(\\d{2,4}),? {1,3}"
                            + "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?:\\.\\d{1,9})? {0,3}"
                            + "([+-]\\d{4}|[A-Za-z]{1,5})?");
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final Map<String, Integer> HOURS =
            Map.ofEntries(
                    Map.entry("est", -5),
                    Map.entry("edt", -4),
                    Map.entry("cst", -6),
                    Map.entry("cdt", -5),
                    Map.entry("mst", -7),
                    Map.entry("mdt", -6),
                    Map.entry("pst", -8),
                    Map.entry("pdt", -7),
                    Map.entry("cet", 1),
                    Map.entry("cest", 2),
                    Map.entry("met", 1),
                    Map.entry("jst", 9));

    private MailDate() {}

    static @Nullable Instant of(String value) {
        Matcher found = SHAPE.matcher(value.substring(0, Math.min(value.length(), 200)));
        if (!found.find()) {
            return null;
        }
        int month = MONTHS.indexOf(found.group(2).toLowerCase(Locale.ROOT)) + 1;
        try {
            return LocalDateTime.of(
                            year(found.group(3)),
                            month,
                            Integer.parseInt(found.group(1)),
                            Integer.parseInt(found.group(4)),
                            Integer.parseInt(found.group(5)),
                            seconds(found.group(6)))
                    .toInstant(offset(found.group(7)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (year >= 1_000) {
            return year;
        }
        return year < 50 ? 2_000 + year : 1_900 + year; // RFC 5322, 4.3
    }

    private static int seconds(@Nullable String digits) {
        return digits == null ? 0 : Math.min(59, Integer.parseInt(digits));
    }

    private static ZoneOffset offset(@Nullable String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        if (Character.isLetter(zone.charAt(0))) {
            return ZoneOffset.ofHours(HOURS.getOrDefault(zone.toLowerCase(Locale.ROOT), 0));
        }
        int minutes =
                Integer.parseInt(zone.substring(1, 3)) * 60 + Integer.parseInt(zone.substring(3));
        return ZoneOffset.ofTotalSeconds((zone.charAt(0) == '-' ? -minutes : minutes) * 60);
    }
}
