package dev.shopbell.platform.i18n;

import java.time.ZoneId;
import java.util.Optional;

/// The time zones of the IANA database. Java also takes `UTC+2` and the like for zones, which a
/// browser that is to show them refuses.
public final class TimeZones {

    private TimeZones() {}

    /// The zone of that name; empty when the database has none.
    public static Optional<ZoneId> named(String name) {
        String stripped = name.strip();
        return ZoneId.getAvailableZoneIds().contains(stripped)
                ? Optional.of(ZoneId.of(stripped))
                : Optional.empty();
    }
}
