package dev.shopbell.platform.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address that mail could be sent to, in lower case. Looser than RFC 5321 about what is
/// before the `@`, stricter about the domain: people mistype domains.
public record EmailAddress(String value) {

    public static final int MAX_LENGTH = 254; // RFC 5321, 4.5.3.1.3 less the angle brackets

    private static final Pattern SHAPE =
            Pattern.compile(
                    "[^@<>\"(),:;\\[\\]\\\\\\p{C}\\p{Z}]{1,64}"
                            + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+"
                            + "[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]");

    /// Reads what was typed; empty when it is incomplete.
    public static Optional<EmailAddress> parse(String typed) {
        String address = PlainText.stripped(typed).toLowerCase(Locale.ROOT);
        boolean fits = PlainText.length(address) <= MAX_LENGTH && PlainText.isStorable(address);
        return fits && SHAPE.matcher(address).matches()
                ? Optional.of(new EmailAddress(address))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "***"; // addresses do not belong in logs
    }
}
