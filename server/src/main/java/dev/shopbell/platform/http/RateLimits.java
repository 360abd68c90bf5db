package dev.shopbell.platform.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// How much one visitor, address or store may ask for on this node. A bucket per key, full at
/// first, refilled evenly; whoever finds it empty is told when to come back.
@Singleton
public final class RateLimits {

    /// What is counted.
    public enum Limit {
        /// Messages of one visitor.
        VISITOR_POSTS,
        /// First messages (new customers) from one address. Generous: a school shares one.
        ADDRESS_NEW_VISITORS,
        /// Messages of all visitors behind one address.
        ADDRESS_POSTS,
        /// Sign-ins tried for one e-mail address from one network address: guessing one password.
        ACCOUNT_SIGN_INS,
        /// Sign-ins tried for one e-mail address from anywhere. Far above what its person needs, so
        /// that no single stranger can keep them out.
        ACCOUNT_SIGN_INS_ANYWHERE,
        /// Sign-ins tried from one network address.
        ADDRESS_SIGN_INS,
        /// New passwords asked for one e-mail address.
        ACCOUNT_PASSWORD_RESETS,
        /// Invitations and new links for them, of one store.
        STORE_INVITATIONS,
        /// Invitations mailed to one e-mail address.
        ADDRESSEE_INVITATIONS,
        /// Set-up codes tried.
        SET_UP_CODES
    }

    /// `shopbell.limits.*`
    @ConfigMapping(prefix = "shopbell.limits")
    public interface Rates {
        @WithDefault("30")
        int visitorPostsPerMinute();

        @WithDefault("30")
        int addressNewVisitorsPerMinute();

        @WithDefault("600")
        int addressPostsPerMinute();

        @WithDefault("10")
        int accountSignInsPerMinute();

        @WithDefault("120")
        int accountSignInsAnywherePerMinute();

        @WithDefault("30")
        int addressSignInsPerMinute();

        @WithDefault("3")
        int accountPasswordResetsPerMinute();

        @WithDefault("30")
        int storeInvitationsPerMinute();

        @WithDefault("3")
        int addresseeInvitationsPerMinute();

        @WithDefault("10")
        int setUpCodesPerMinute();
    }

    private static final int MOST_KEYS = 200_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);

    private final Map<Limit, LoadingCache<String, Bucket>> buckets = new EnumMap<>(Limit.class);

    RateLimits(Rates rates) {
        for (Limit limit : Limit.values()) {
            int perMinute = perMinute(rates, limit);
            buckets.put(
                    limit,
                    Caffeine.newBuilder()
                            .maximumSize(MOST_KEYS)
                            .expireAfterAccess(FORGOTTEN)
                            .build(_ -> bucket(perMinute)));
        }
    }

    /// Counts one; refuses when `key` has had its share.
    public void take(Limit limit, String key) {
        LoadingCache<String, Bucket> kept = buckets.get(limit);
        if (kept == null) {
            throw new IllegalStateException("no buckets for " + limit);
        }
        ConsumptionProbe probe = kept.get(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new ThrottledException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    private static int perMinute(Rates rates, Limit limit) {
        return switch (limit) {
            case VISITOR_POSTS -> rates.visitorPostsPerMinute();
            case ADDRESS_NEW_VISITORS -> rates.addressNewVisitorsPerMinute();
            case ADDRESS_POSTS -> rates.addressPostsPerMinute();
            case ACCOUNT_SIGN_INS -> rates.accountSignInsPerMinute();
            case ACCOUNT_SIGN_INS_ANYWHERE -> rates.accountSignInsAnywherePerMinute();
            case ADDRESS_SIGN_INS -> rates.addressSignInsPerMinute();
            case ACCOUNT_PASSWORD_RESETS -> rates.accountPasswordResetsPerMinute();
            case STORE_INVITATIONS -> rates.storeInvitationsPerMinute();
            case ADDRESSEE_INVITATIONS -> rates.addresseeInvitationsPerMinute();
            case SET_UP_CODES -> rates.setUpCodesPerMinute();
        };
    }
}
