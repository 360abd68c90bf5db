package dev.shopbell.widget;

import dev.shopbell.attachment.Viewer;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.secret.InstallationSecret;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Tokens that name a visitor in the address of a file: an `<img>` cannot send their secret. One is
/// good in one store until the end (UTC) of the day after it was made, for looking and nothing
/// else; whether its visitor may see the file is asked of the database each time.
@Singleton
public final class Viewers {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 32;
    private static final int SEAL_BYTES = 16;
    private static final int BYTES = Integer.BYTES + HASH_BYTES + SEAL_BYTES;
    private static final int CHARACTERS = (BYTES * 4 + 2) / 3;

    private final SecretKey key;
    private final InstantSource clock;

    Viewers(InstallationSecret secret, InstantSource clock) {
        this.key = secret.keyFor("file-viewer", ALGORITHM);
        this.clock = clock;
    }

    /// The same all day.
    public String tokenOf(StoreId store, VisitorSecret secret) {
        return token(store, today() + 1, secret.hash());
    }

    /// Whom a token names, if it is one of ours for this store and not over.
    Optional<Viewer> visitor(StoreId store, String token) {
        return bytes(token).flatMap(bytes -> visitor(store, ByteBuffer.wrap(bytes)));
    }

    private Optional<Viewer> visitor(StoreId store, ByteBuffer token) {
        int lastDay = token.getInt();
        byte[] visitor = new byte[HASH_BYTES];
        byte[] seal = new byte[SEAL_BYTES];
        token.get(visitor).get(seal);
        boolean isOurs = MessageDigest.isEqual(seal, seal(store, lastDay, visitor));
        return isOurs && lastDay >= today()
                ? Optional.of(new Viewer.Visitor(store, visitor))
                : Optional.empty();
    }

    private static Optional<byte[]> bytes(String token) {
        if (token.length() != CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(token))
                    .filter(is -> is.length == BYTES);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private String token(StoreId store, int lastDay, byte[] visitor) {
        byte[] token =
                ByteBuffer.allocate(BYTES)
                        .putInt(lastDay)
                        .put(visitor)
                        .put(seal(store, lastDay, visitor))
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private int today() {
        return Math.toIntExact(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay());
    }

    private byte[] seal(StoreId store, int lastDay, byte[] visitor) {
        ByteBuffer sealed =
                ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES + HASH_BYTES)
                        .putLong(store.value().getMostSignificantBits())
                        .putLong(store.value().getLeastSignificantBits())
                        .putInt(lastDay)
                        .put(visitor);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(sealed.array()), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
