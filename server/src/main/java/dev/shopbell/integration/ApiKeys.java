package dev.shopbell.integration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The API keys of stores. One that was revoked opens no door five seconds later, on whichever
/// node.
@Singleton
public final class ApiKeys {

    private static final int MOST = 50;
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final int MOST_CACHED = 10_000;

    private final Database database;
    private final Audits audits;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    // Only keys that are good: strangers cannot fill it.
    private final Cache<ApiKeySecret, Integration> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST_CACHED).build();

    private final Cache<ApiKeyId, Instant> noted =
            Caffeine.newBuilder().expireAfterWrite(NOTED_EVERY).maximumSize(MOST_CACHED).build();

    ApiKeys(Database database, Audits audits, InstantSource clock) {
        this.database = database;
        this.audits = audits;
        this.clock = clock;
    }

    /// A key that was just made, with what only its maker sees, and only now.
    public record Made(ApiKey key, ApiKeySecret secret) {}

    /// Whose key it is, if it was used a moment ago; asks nobody.
    public Optional<Integration> known(ApiKeySecret secret) {
        return Optional.ofNullable(known.getIfPresent(secret));
    }

    /// Whose key it is; remembers that it was used.
    public Optional<Integration> find(ApiKeySecret secret) {
        Optional<Integration> found = known(secret).or(() -> read(secret));
        found.ifPresent(this::noteUse);
        return found;
    }

    /// The newest first.
    public List<ApiKey> all(StoreId store) {
        return database.inStore(store, tx -> new ApiKeySql(tx, store).all());
    }

    /// Draws a key of this id. As long as it was not used, repeating it draws another one in its
    /// place: an answer that was lost on its way leaves no key behind that nobody has.
    public Made make(Member by, ApiKeyId id, ApiKeyDraft draft) {
        ApiKeySecret secret = ApiKeySecret.draw(random);
        Made made =
                database.inStore(
                        by.store(),
                        tx -> {
                            ApiKeySql sql = new ApiKeySql(tx, by.store());
                            sql.lock();
                            checkRoom(sql.all(), id, draft);
                            if (sql.save(id, draft, secret, by.staff(), clock.instant()) == 0) {
                                throw new RefusedException(ApiKeyRefusal.API_KEY_IN_USE);
                            }
                            record(tx, by, "api_key_made", id, draft.name());
                            return new Made(sql.find(id).orElseThrow(), secret);
                        });
        forget(id);
        return made;
    }

    /// Safe to repeat.
    public void revoke(Member by, ApiKeyId id) {
        database.inStore(
                by.store(),
                tx -> {
                    ApiKeySql sql = new ApiKeySql(tx, by.store());
                    sql.lock();
                    sql.find(id)
                            .ifPresent(gone -> record(tx, by, "api_key_revoked", id, gone.name()));
                    return sql.delete(id);
                });
        forget(id);
    }

    private Optional<Integration> read(ApiKeySecret secret) {
        Optional<Integration> found = database.acrossStores(tx -> ApiKeySql.withSecret(tx, secret));
        found.ifPresent(integration -> known.put(secret, integration));
        return found;
    }

    private void forget(ApiKeyId id) {
        known.asMap().values().removeIf(integration -> integration.key().equals(id));
    }

    private static void checkRoom(List<ApiKey> all, ApiKeyId id, ApiKeyDraft draft) {
        String name = draft.name().toLowerCase(Locale.ROOT);
        List<ApiKey> others = all.stream().filter(key -> !key.id().equals(id)).toList();
        if (others.stream().anyMatch(key -> key.name().toLowerCase(Locale.ROOT).equals(name))) {
            throw new RefusedException(ApiKeyRefusal.API_KEY_NAME_TAKEN, "name");
        }
        if (others.size() >= MOST) {
            throw new RefusedException(ApiKeyRefusal.API_KEYS_TOO_MANY);
        }
    }

    private void noteUse(Integration integration) {
        Instant now = clock.instant();
        if (noted.asMap().putIfAbsent(integration.key(), now) == null) {
            database.inStore(
                    integration.store(),
                    tx -> new ApiKeySql(tx, integration.store()).noteUse(integration.key(), now));
        }
    }

    private void record(StoreTransaction tx, Member by, String action, ApiKeyId id, String name) {
        audits.record(
                tx,
                by.store(),
                new Actor(by.staff().value(), by.name()),
                action,
                Map.of("apiKey", name, "apiKeyId", id.value()));
    }
}
