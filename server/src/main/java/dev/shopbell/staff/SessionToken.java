package dev.shopbell.staff;

import dev.shopbell.platform.secret.RandomToken;
import java.security.SecureRandom;
import java.util.Optional;

/// What a signed-in browser holds. The database knows only its hash.
public record SessionToken(String value) {

    /// Reads one; empty when it cannot be one, so that nothing else is looked up and remembered.
    public static Optional<SessionToken> parse(String text) {
        return RandomToken.isOne(text) ? Optional.of(new SessionToken(text)) : Optional.empty();
    }

    static SessionToken draw(SecureRandom random) {
        return new SessionToken(RandomToken.draw(random));
    }

    byte[] hash() {
        return RandomToken.hash(value);
    }

    @Override
    public String toString() {
        return "***";
    }
}
