package dev.shopbell.platform.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        /// What pages tell of one visitor: their cart, and who they are.
        VISITOR_TELLINGS,
        /// The same of all visitors behind one address.
        ADDRESS_TELLINGS,
        /// Links in mails that somebody presses behind one address.
        ADDRESS_CONFIRMATIONS,
        /// Files of one visitor.
        VISITOR_UPLOADS,
        /// Files of all visitors behind one address.
        ADDRESS_UPLOADS,
        /// Files of all visitors of one store.
        STORE_UPLOADS,
        /// Files of one member.
        MEMBER_UPLOADS,
        /// Mails from one e-mail address to one store.
        SENDER_MAILS,
        /// Mails to one store from people whom it does not know.
        STORE_NEW_MAILERS,
        /// Sign-ins tried in vain for one e-mail address from one network address: guessing one
        /// password.
        ACCOUNT_SIGN_INS,
        /// Sign-ins tried in vain for one e-mail address from anywhere. Far above what its person
        /// needs, so that no single stranger can keep them out.
        ACCOUNT_SIGN_INS_ANYWHERE,
        /// Sign-ins tried from one network address.
        ADDRESS_SIGN_INS,
        /// New passwords asked for one e-mail address.
        ACCOUNT_PASSWORD_RESETS,
        /// Invitations and new links for them, of one store.
        STORE_INVITATIONS,
        /// Invitations mailed to one e-mail address.
        ADDRESSEE_INVITATIONS,
        /// Searches of one member of a store.
        MEMBER_SEARCHES,
        /// Drafts and staff notes that one member of a store has kept.
        MEMBER_DRAFTS,
        /// What one member of a store does with many conversations at once.
        MEMBER_BULK_ACTIONS,
        /// Threads that one member of a store takes out as files.
        MEMBER_TRANSCRIPTS,
        /// Tests of one store's e-mail.
        STORE_EMAIL_CHECKS,
        /// Requests with one API key.
        API_KEY_REQUESTS,
        /// API keys tried in vain from one network address.
        ADDRESS_UNKNOWN_API_KEYS,
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

        @WithDefault("60")
        int visitorTellingsPerMinute();

        @WithDefault("1200")
        int addressTellingsPerMinute();

        @WithDefault("60")
        int addressConfirmationsPerMinute();

        @WithDefault("30")
        int visitorUploadsPerMinute();

        @WithDefault("120")
        int addressUploadsPerMinute();

        @WithDefault("600")
        int storeUploadsPerMinute();

        @WithDefault("120")
        int memberUploadsPerMinute();

        @WithDefault("30")
        int senderMailsPerMinute();

        @WithDefault("300")
        int senderMailsPerDay();

        @WithDefault("60")
        int storeNewMailersPerMinute();

        @WithDefault("3000")
        int storeNewMailersPerDay();

        @WithDefault("10")
        int accountSignInsPerMinute();

        @WithDefault("100")
        int accountSignInsPerDay();

        @WithDefault("120")
        int accountSignInsAnywherePerMinute();

        @WithDefault("1000")
        int accountSignInsAnywherePerDay();

        @WithDefault("30")
        int addressSignInsPerMinute();

        @WithDefault("3")
        int accountPasswordResetsPerMinute();

        @WithDefault("10")
        int accountPasswordResetsPerDay();

        @WithDefault("30")
        int storeInvitationsPerMinute();

        @WithDefault("3")
        int addresseeInvitationsPerMinute();

        @WithDefault("120")
        int memberSearchesPerMinute();

        @WithDefault("300")
        int memberDraftsPerMinute();

        @WithDefault("60")
        int memberBulkActionsPerMinute();

        @WithDefault("30")
        int memberTranscriptsPerMinute();

        @WithDefault("6")
        int storeEmailChecksPerMinute();

        @WithDefault("60")
        int storeEmailChecksPerDay();

        @WithDefault("600")
        int apiKeyRequestsPerMinute();

        @WithDefault("120")
        int addressUnknownApiKeysPerMinute();

        @WithDefault("10")
        int setUpCodesPerMinute();
    }

    private static final int MOST_KEYS = 200_000;

    private final Map<Limit, LoadingCache<String, Bucket>> buckets = new EnumMap<>(Limit.class);

    RateLimits(Rates rates) {
        for (Limit limit : Limit.values()) {
            Share share = share(rates, limit);
            buckets.put(
                    limit,
                    Caffeine.newBuilder()
                            .maximumSize(MOST_KEYS)
                            .expireAfterAccess(share.refilled())
                            .build(_ -> share.bucket()));
        }
    }

    /// What is left of somebody's share: so many now, all again after a while. `next` says when the
    /// next one is there where none was left, and is null where one was taken.
    public record Left(long now, Duration full, @Nullable Duration next) {}

    /// Counts one; refuses when `key` has had its share.
    public void take(Limit limit, String key) {
        Duration wait = tryToTake(limit, key).next();
        if (wait != null) {
            throw new ThrottledException(wait);
        }
    }

    /// Counts one if `key` has any left, for whoever tells how many are.
    public Left tryToTake(Limit limit, String key) {
        ConsumptionProbe probe = bucket(limit, key).tryConsumeAndReturnRemaining(1);
        return new Left(
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                probe.isConsumed() ? null : Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /// Takes back that one was counted.
    public void giveBack(Limit limit, String key) {
        bucket(limit, key).addTokens(1);
    }

    private Bucket bucket(Limit limit, String key) {
        LoadingCache<String, Bucket> kept = buckets.get(limit);
        if (kept == null) {
            throw new IllegalStateException("no buckets for " + limit);
        }
        return kept.get(key);
    }

    private static Share share(Rates rates, Limit limit) {
        return switch (limit) {
            case VISITOR_POSTS -> Share.of(rates.visitorPostsPerMinute());
            case ADDRESS_NEW_VISITORS -> Share.of(rates.addressNewVisitorsPerMinute());
            case ADDRESS_POSTS -> Share.of(rates.addressPostsPerMinute());
            case VISITOR_TELLINGS -> Share.of(rates.visitorTellingsPerMinute());
            case ADDRESS_TELLINGS -> Share.of(rates.addressTellingsPerMinute());
            case ADDRESS_CONFIRMATIONS -> Share.of(rates.addressConfirmationsPerMinute());
            case VISITOR_UPLOADS -> Share.of(rates.visitorUploadsPerMinute());
            case ADDRESS_UPLOADS -> Share.of(rates.addressUploadsPerMinute());
            case STORE_UPLOADS -> Share.of(rates.storeUploadsPerMinute());
            case MEMBER_UPLOADS -> Share.of(rates.memberUploadsPerMinute());
            case SENDER_MAILS -> new Share(rates.senderMailsPerMinute(), rates.senderMailsPerDay());
            case STORE_NEW_MAILERS ->
                    new Share(rates.storeNewMailersPerMinute(), rates.storeNewMailersPerDay());
            case ACCOUNT_SIGN_INS ->
                    new Share(rates.accountSignInsPerMinute(), rates.accountSignInsPerDay());
            case ACCOUNT_SIGN_INS_ANYWHERE ->
                    new Share(
                            rates.accountSignInsAnywherePerMinute(),
                            rates.accountSignInsAnywherePerDay());
            case ADDRESS_SIGN_INS -> Share.of(rates.addressSignInsPerMinute());
            case ACCOUNT_PASSWORD_RESETS ->
                    new Share(
                            rates.accountPasswordResetsPerMinute(),
                            rates.accountPasswordResetsPerDay());
            case STORE_INVITATIONS -> Share.of(rates.storeInvitationsPerMinute());
            case ADDRESSEE_INVITATIONS -> Share.of(rates.addresseeInvitationsPerMinute());
            case MEMBER_SEARCHES -> Share.of(rates.memberSearchesPerMinute());
            case MEMBER_DRAFTS -> Share.of(rates.memberDraftsPerMinute());
            case MEMBER_BULK_ACTIONS -> Share.of(rates.memberBulkActionsPerMinute());
            case MEMBER_TRANSCRIPTS -> Share.of(rates.memberTranscriptsPerMinute());
            case STORE_EMAIL_CHECKS ->
                    new Share(rates.storeEmailChecksPerMinute(), rates.storeEmailChecksPerDay());
            case API_KEY_REQUESTS -> Share.of(rates.apiKeyRequestsPerMinute());
            case ADDRESS_UNKNOWN_API_KEYS -> Share.of(rates.addressUnknownApiKeysPerMinute());
            case SET_UP_CODES -> Share.of(rates.setUpCodesPerMinute());
        };
    }

    /// How much of something one key has; null: of a day there is no limit of its own.
    private record Share(int perMinute, @Nullable Integer perDay) {

        private static final Duration MINUTE = Duration.ofMinutes(1);
        private static final Duration DAY = Duration.ofDays(1);

        static Share of(int perMinute) {
            return new Share(perMinute, null);
        }

        /// After this time without use a bucket is full, and one may as well forget it.
        Duration refilled() {
            return perDay == null ? MINUTE : DAY;
        }

        Bucket bucket() {
            LocalBucketBuilder builder = Bucket.builder();
            builder.addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE));
            if (perDay != null) {
                builder.addLimit(limit -> limit.capacity(perDay).refillGreedy(perDay, DAY));
            }
            return builder.build();
        }
    }
}
