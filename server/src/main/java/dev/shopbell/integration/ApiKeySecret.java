package dev.shopbell.integration;

import dev.shopbell.platform.secret.RandomToken;
import java.security.SecureRandom;
import java.util.Optional;

/// What a store's system shows to be let in: `sbk_` and 256 random bits. The prefix is there for
/// those who look for secrets in places where they should not be.
public record ApiKeySecret(String value) {

    private static final String PREFIX = "sbk_";
    private static final int ENDING = 4;

    static ApiKeySecret draw(SecureRandom random) {
        return new ApiKeySecret(PREFIX + RandomToken.draw(random));
    }

    /// Reads one; empty when it cannot be one.
    public static Optional<ApiKeySecret> parse(String text) {
        return text.startsWith(PREFIX) && RandomToken.isOne(text.substring(PREFIX.length()))
                ? Optional.of(new ApiKeySecret(text))
                : Optional.empty();
    }

    byte[] hash() {
        return RandomToken.hash(value);
    }

    /// Its last characters, which give nothing away.
    String ending() {
        return value.substring(value.length() - ENDING);
    }

    @Override
    public String toString() {
        return "***";
    }
}
