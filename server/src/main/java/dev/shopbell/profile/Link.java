package dev.shopbell.profile;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.shopbell.commerce.ExternalId;
import java.util.Locale;

/// Which customer of the store somebody who writes is, and how that is known.
public record Link(ExternalId shopCustomer, By by) {

    public enum By {
        /// The store signed it.
        TOKEN,
        /// Somebody of the staff decided so.
        STAFF;

        /// The word in database and API: `token`.
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static By of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// Whether staff may take it back.
    public boolean isByHand() {
        return by == By.STAFF;
    }
}
