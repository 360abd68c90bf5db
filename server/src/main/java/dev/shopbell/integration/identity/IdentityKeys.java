package dev.shopbell.integration.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.secret.InstallationSecret;
import dev.shopbell.platform.secret.RandomToken;
import dev.shopbell.platform.secret.Seal;
import dev.shopbell.staff.Member;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The keys by which stores vouch for their customers: two at most, so that a new one can take the
/// place of the old while both are good. What is kept is sealed for its store and key.
@Singleton
public final class IdentityKeys {

    private static final int MOST = 2;
    private static final String PREFIX = "sbi_";

    private final Database database;
    private final Audits audits;
    private final InstantSource clock;
    private final ObjectMapper json;
    private final Seal seal;
    private final SecureRandom random = new SecureRandom();

    IdentityKeys(
            Database database,
            Audits audits,
            InstantSource clock,
            ObjectMapper json,
            InstallationSecret secret) {
        this.database = database;
        this.audits = audits;
        this.clock = clock;
        this.json = json;
        this.seal = new Seal(secret, "identity key");
    }

    /// A key that was just made; with the secret, if one was drawn, which only its maker sees, and
    /// only now.
    public record Made(IdentityKey key, @Nullable String secret) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// What a signature is checked with.
    record Checking(IdentityKeyId id, TokenAlgorithm algorithm, Key key) {}

    /// The newest first.
    public List<IdentityKey> all(StoreId store) {
        return database.inStore(store, tx -> new IdentityKeySql(tx, store).all());
    }

    /// A key of this id. As long as it was not used, repeating it draws another secret in its
    /// place: an answer that was lost on its way leaves no key behind that nobody has.
    public Made make(Member by, IdentityKeyId id, IdentityKeyDraft draft) {
        String pasted = draft.publicKey();
        String secret = pasted == null ? PREFIX + RandomToken.draw(random) : null;
        byte[] material =
                secret == null
                        ? PublicKeys.encoded(pasted == null ? "" : pasted, json)
                        : secret.getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = seal.close(material, place(by.store(), id));
        return database.inStore(
                by.store(),
                tx -> {
                    IdentityKeySql sql = new IdentityKeySql(tx, by.store());
                    sql.lock();
                    checkRoom(sql.all(), id, draft);
                    int saved =
                            sql.save(
                                    id,
                                    draft.name(),
                                    draft.algorithm(),
                                    sealed,
                                    by.staff(),
                                    clock.instant());
                    if (saved == 0) {
                        throw new RefusedException(IdentityRefusal.IDENTITY_KEY_IN_USE);
                    }
                    record(tx, by, "identity_key_made", id, draft.name());
                    return new Made(sql.find(id).orElseThrow(), secret);
                });
    }

    /// Safe to repeat. Who was vouched for by it stays who they are.
    public void revoke(Member by, IdentityKeyId id) {
        database.inStore(
                by.store(),
                tx -> {
                    IdentityKeySql sql = new IdentityKeySql(tx, by.store());
                    sql.lock();
                    sql.find(id)
                            .ifPresent(gone ->
                                    record(tx, by, "identity_key_revoked", id, gone.name()));
                    return sql.delete(id);
                });
    }

    /// All of a store's. One that was moved here from another store does not open.
    List<Checking> toCheckWith(StoreId store) {
        return database
                .inStore(
                        store,
                        tx ->
                                new IdentityKeySql(tx, store)
                                        .kept((id, algorithm, sealed) ->
                                                seal.open(sealed, place(store, id))
                                                        .map(it -> checking(id, algorithm, it))))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    void noteUse(StoreId store, IdentityKeyId id) {
        database.inStore(store, tx -> new IdentityKeySql(tx, store).noteUse(id, clock.instant()));
    }

    private static Checking checking(IdentityKeyId id, TokenAlgorithm algorithm, byte[] material) {
        return new Checking(
                id,
                algorithm,
                switch (algorithm) {
                    case HS256 -> new SecretKeySpec(material, "HmacSHA256");
                    case ED25519 -> PublicKeys.read(material);
                });
    }

    private static String place(StoreId store, IdentityKeyId id) {
        return store.value() + " " + id.value();
    }

    private static void checkRoom(List<IdentityKey> all, IdentityKeyId id, IdentityKeyDraft draft) {
        String name = draft.name().toLowerCase(Locale.ROOT);
        List<IdentityKey> others = all.stream().filter(key -> !key.id().equals(id)).toList();
        if (others.stream().anyMatch(key -> key.name().toLowerCase(Locale.ROOT).equals(name))) {
            throw new RefusedException(IdentityRefusal.IDENTITY_KEY_NAME_TAKEN, "name");
        }
        if (others.size() >= MOST) {
            throw new RefusedException(IdentityRefusal.IDENTITY_KEYS_TOO_MANY);
        }
    }

    private void record(
            StoreTransaction tx, Member by, String action, IdentityKeyId id, String name) {
        audits.record(
                tx,
                by.store(),
                new Actor(by.staff().value(), by.name()),
                action,
                Map.of("identityKey", name, "identityKeyId", id.value()));
    }
}
