package dev.shopbell.customer;

import dev.shopbell.platform.i18n.TimeZones;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which language and time zone the customer's browser is set to. What does not make sense is left
/// out: it is the browser's word, not the customer's.
public record Surroundings(@Nullable String language, @Nullable String timeZone) {

    public static final Surroundings UNKNOWN = new Surroundings(null, null);

    private static final int LONGEST = 64;

    public static Surroundings told(@Nullable String language, @Nullable String timeZone) {
        return new Surroundings(tag(language), zone(timeZone));
    }

    private static @Nullable String tag(@Nullable String told) {
        if (told == null || told.isBlank() || told.length() > LONGEST) {
            return null;
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(told.strip()).build();
            // Without a language there is nothing a browser could name.
            return locale.getLanguage().isEmpty() ? null : locale.toLanguageTag();
        } catch (IllformedLocaleException _) {
            return null;
        }
    }

    private static @Nullable String zone(@Nullable String told) {
        return told == null ? null : TimeZones.named(told).map(ZoneId::getId).orElse(null);
    }
}
