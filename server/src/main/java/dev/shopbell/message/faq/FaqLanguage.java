package dev.shopbell.message.faq;

import dev.shopbell.platform.http.RefusedException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A language by its code of ISO 639: `pt`, whether spoken in Brazil or in Portugal.
public record FaqLanguage(String code) {

    private static final Set<String> KNOWN =
            Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toUnmodifiableSet());

    public FaqLanguage {
        if (!KNOWN.contains(code)) {
            throw new RefusedException(FaqRefusal.LANGUAGE_UNKNOWN, "language");
        }
    }

    /// The language of a tag as browsers and pages write them, `pt-BR`; none of what is no tag.
    public static Optional<FaqLanguage> of(String tag) {
        int end = tag.indexOf('-');
        String code = (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
        return KNOWN.contains(code) ? Optional.of(new FaqLanguage(code)) : Optional.empty();
    }
}
