package dev.shopbell.notification.push;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Every SQL statement about the installation's push key.
final class PushKeySql {

    /// `publicKey`: X.509; the private one is PKCS #8.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(byte[] publicKey, byte[] sealedPrivateKey) {}

    private PushKeySql() {}

    static Optional<Kept> find(Handle tx) {
        return tx.createQuery("SELECT public_key, sealed_private_key FROM push_key")
                .map((row, _) ->
                        new Kept(row.getBytes("public_key"), row.getBytes("sealed_private_key")))
                .findOne();
    }

    /// Nobody else makes one until the transaction ends.
    static void lock(Handle tx) {
        tx.createQuery("SELECT 1 FROM installation FOR NO KEY UPDATE").mapTo(Integer.class).one();
    }

    static void save(Handle tx, Kept made) {
        tx.createUpdate(
                        """
                        INSERT INTO push_key (public_key, sealed_private_key)
                        VALUES (:public, :sealed)
                        ON CONFLICT ON CONSTRAINT push_key_is_one_row
                        DO UPDATE SET public_key = excluded.public_key,
                                      sealed_private_key = excluded.sealed_private_key
                        """)
                .bind("public", made.publicKey())
                .bind("sealed", made.sealedPrivateKey())
                .execute();
    }
}
