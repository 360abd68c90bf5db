package dev.shopbell.notification;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.i18n.TimeZones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The hours of every day in which a person is told nothing, by the clock where they live. They may
/// go past midnight. Where clocks are put back they end at the later of the two moments, where an
/// hour is left out at its end.
record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    QuietHours {
        if (from.equals(to)) {
            throw new RefusedException(NotificationRefusal.QUIET_HOURS_INVALID, "quietHours.to");
        }
    }

    static QuietHours parse(String from, String to, String zone) {
        return new QuietHours(
                time(from, "quietHours.from"),
                time(to, "quietHours.to"),
                TimeZones.named(zone)
                        .orElseThrow(() ->
                                new RefusedException(
                                        NotificationRefusal.TIME_ZONE_UNKNOWN,
                                        "quietHours.timeZone")));
    }

    static String written(LocalTime time) {
        return WRITTEN.format(time);
    }

    /// When the quiet hours in which `now` falls are over; empty when it falls in none.
    Optional<Instant> endAt(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return List.of(today.minusDays(1), today).stream()
                .filter(day -> !begin(day).isAfter(now))
                .map(this::end)
                .filter(end -> end.isAfter(now))
                .findFirst();
    }

    private Instant begin(LocalDate day) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(day.atTime(from));
        return offsets.isEmpty() ? gap(day, from) : day.atTime(from).toInstant(offsets.getFirst());
    }

    private Instant end(LocalDate day) {
        LocalDate last = from.isBefore(to) ? day : day.plusDays(1);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(last.atTime(to));
        return offsets.isEmpty() ? gap(last, to) : last.atTime(to).toInstant(offsets.getLast());
    }

    /// A time of day that this day does not have.
    private Instant gap(LocalDate day, LocalTime time) {
        ZoneOffsetTransition leftOut = zone.getRules().getTransition(day.atTime(time));
        return leftOut.getInstant();
    }

    private static LocalTime time(String text, String field) {
        try {
            return LocalTime.parse(text, WRITTEN);
        } catch (DateTimeParseException _) {
            throw new RefusedException(NotificationRefusal.QUIET_HOURS_INVALID, field);
        }
    }
}
