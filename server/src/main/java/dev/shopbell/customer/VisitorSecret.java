package dev.shopbell.customer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a shopper's browser drew for itself: 32 random bytes as 43 characters of base64url. Whoever
/// holds it is the visitor; the database knows only its hash.
public record VisitorSecret(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /// Reads one; empty when it cannot be one.
    public static Optional<VisitorSecret> parse(String text) {
        return SHAPE.matcher(text).matches()
                ? Optional.of(new VisitorSecret(text))
                : Optional.empty();
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
