package dev.shopbell.integration.identity;

import dev.shopbell.customer.Vouched;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.store.Store;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import org.jboss.logging.Logger;

/// Reads the tokens in which a store says who somebody is: `docs/how-to/identify-customers.md`.
@Singleton
public final class IdentityTokens {

    private static final Logger LOG = Logger.getLogger("shopbell.identity");

    private final IdentityKeys keys;
    private final InstantSource clock;

    IdentityTokens(IdentityKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// Of whom a token speaks; refused unless this store signed it, for itself, a moment ago.
    public Vouched read(Store store, String token) {
        try {
            SignedToken signed = SignedToken.parse(token);
            IdentityKeyId by = signed.signedBy(keys.toCheckWith(store.id()));
            Vouched vouched = new Claims(signed.claims()).read(store.key(), clock.instant());
            keys.noteUse(store.id(), by);
            return vouched;
        } catch (RefusedToken refused) {
            LOG.infof("store=%s identity refused: %s", store.id().value(), refused.why());
            throw new RefusedException(
                    IdentityRefusal.IDENTITY_REFUSED, Map.of("detail", refused.why()));
        }
    }
}
