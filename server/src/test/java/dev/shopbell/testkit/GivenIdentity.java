package dev.shopbell.testkit;

import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.integration.identity.IdentityKeyDraft;
import dev.shopbell.integration.identity.IdentityKeyId;
import dev.shopbell.integration.identity.IdentityKeys;
import dev.shopbell.integration.identity.TokenAlgorithm;
import dev.shopbell.staff.Member;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Http.Answer;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stores that vouch for who their customers are.
@Singleton
public final class GivenIdentity {

    private final IdentityKeys keys;

    GivenIdentity(IdentityKeys keys) {
        this.keys = keys;
    }

    /// A secret that the store shares with us: what it signs with.
    public String secret(Member by) {
        return Objects.requireNonNull(
                keys.make(
                                by,
                                new IdentityKeyId(UUID.randomUUID()),
                                new IdentityKeyDraft(
                                        "Key " + UUID.randomUUID(), TokenAlgorithm.HS256, null))
                        .secret());
    }

    /// A browser shows a token.
    public static Answer identify(Store store, VisitorSecret visitor, String token) {
        return Http.put(
                        "/api/widget/" + store.key() + "/identity",
                        "{\"token\": \"%s\"}".formatted(token))
                .as(visitor)
                .send();
    }

    /// A browser shows a token, and goes on with the next secret, or asks whether it has to.
    public static Answer identify(
            Store store, VisitorSecret visitor, String token, @Nullable VisitorSecret next) {
        return Http.put(
                        "/api/widget/" + store.key() + "/identity",
                        "{\"token\": \"%s\", %s}".formatted(token, renewing(next)))
                .as(visitor)
                .send();
    }

    /// What a browser that renews its secret says of it.
    public static String renewing(@Nullable VisitorSecret next) {
        return next == null ? "\"renews\": true" : "\"next\": \"" + next.value() + "\"";
    }
}
