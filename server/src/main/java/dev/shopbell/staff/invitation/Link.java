package dev.shopbell.staff.invitation;

import dev.shopbell.platform.secret.RandomToken;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/// What opens an invitation, for three days. The token is behind the `#`, so that no server's log
/// has it; the database knows only its hash.
record Link(String token, Instant expiresAt) {

    private static final Duration VALID = Duration.ofDays(3);

    static Link draw(SecureRandom random, Instant now) {
        return new Link(RandomToken.draw(random), now.plus(VALID));
    }

    byte[] hash() {
        return RandomToken.hash(token);
    }

    String at(String origin) {
        return origin + "/invitation#" + token;
    }

    @Override
    public String toString() {
        return "***";
    }
}
