package dev.shopbell.notification.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.secret.InstallationSecret;
import dev.shopbell.platform.secret.Seal;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The key pair by which push services know this installation (VAPID, RFC 8292): made once, the
/// same on every node. Browsers that subscribed with it take nothing signed by another.
@Singleton
public final class PushKeys {

    private final Database database;
    private final Seal seal;
    private volatile @Nullable VAPIDKeyPair known;

    PushKeys(Database database, InstallationSecret secret) {
        this.database = database;
        this.seal = new Seal(secret, "push key");
    }

    /// P-256, uncompressed, in base64url.
    public String publicKey() {
        return pair().extractPublicKeyInUncompressedFormAsString();
    }

    VAPIDKeyPair pair() {
        VAPIDKeyPair found = known;
        if (found == null) {
            found = database.acrossStores(this::readOrMake);
            known = found;
        }
        return found;
    }

    /// One that another secret sealed is of no use any more.
    private VAPIDKeyPair readOrMake(Handle tx) {
        Optional<VAPIDKeyPair> kept = read(tx);
        if (kept.isEmpty()) {
            PushKeySql.lock(tx);
            kept = read(tx); // another node may have been quicker
        }
        return kept.orElseGet(() -> {
            KeyPair made = make();
            PushKeySql.save(
                    tx,
                    new PushKeySql.Kept(
                            made.getPublic().getEncoded(),
                            seal.close(made.getPrivate().getEncoded())));
            return read(tx).orElseThrow();
        });
    }

    private Optional<VAPIDKeyPair> read(Handle tx) {
        return PushKeySql.find(tx)
                .flatMap(kept ->
                        seal.open(kept.sealedPrivateKey())
                                .map(opened ->
                                        VAPIDKeyPairs.of(
                                                PrivateKeySources.ofPKCS8Bytes(opened),
                                                PublicKeySources.ofX509Bytes(kept.publicKey()))));
    }

    private static KeyPair make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no P-256", e);
        }
    }
}
