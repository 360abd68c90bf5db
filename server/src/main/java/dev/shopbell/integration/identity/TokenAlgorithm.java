package dev.shopbell.integration.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.shopbell.platform.http.RefusedException;
import java.util.Arrays;
import java.util.Locale;

/// How a store signs who its customers are. The key says which, never the token.
public enum TokenAlgorithm {
    /// With a secret that it shares with us.
    HS256("HS256"),
    /// With a private key that it keeps to itself.
    ED25519("EdDSA");

    private final String header;

    TokenAlgorithm(String header) {
        this.header = header;
    }

    /// What a token's `alg` says.
    String header() {
        return header;
    }

    /// The word in database and API: `hs256`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TokenAlgorithm read(String word) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedException(
                                IdentityRefusal.IDENTITY_ALGORITHM_UNKNOWN, "algorithm"));
    }

    /// One that the database knows.
    static TokenAlgorithm of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
