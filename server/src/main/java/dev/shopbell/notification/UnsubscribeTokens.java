package dev.shopbell.notification;

import dev.shopbell.platform.secret.InstallationSecret;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Stands in each notification's mail and lets whoever has it stop those of one person in one
/// store, and do nothing else. Nothing is kept of it: it names both under a keyed MAC.
@Singleton
final class UnsubscribeTokens {

    /// Whose mails of which store.
    record Subscription(StoreId store, StaffId staff) {}

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 16;
    private static final int BYTES = 2 * ID_BYTES + MAC_BYTES;
    private static final int CHARACTERS = BYTES / 3 * 4;

    private final SecretKey key;

    UnsubscribeTokens(InstallationSecret secret) {
        this.key = secret.keyFor("unsubscribe", ALGORITHM);
    }

    String write(Subscription subscription) {
        byte[] named =
                ByteBuffer.allocate(2 * ID_BYTES)
                        .putLong(subscription.store().value().getMostSignificantBits())
                        .putLong(subscription.store().value().getLeastSignificantBits())
                        .putLong(subscription.staff().value().getMostSignificantBits())
                        .putLong(subscription.staff().value().getLeastSignificantBits())
                        .array();
        byte[] token = ByteBuffer.allocate(BYTES).put(named).put(mac(named)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /// Empty when it is none of ours.
    Optional<Subscription> read(String text) {
        if (text.length() != CHARACTERS) {
            return Optional.empty();
        }
        byte[] token;
        try {
            token = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        byte[] named = Arrays.copyOf(token, 2 * ID_BYTES);
        byte[] mac = Arrays.copyOfRange(token, 2 * ID_BYTES, token.length);
        if (!MessageDigest.isEqual(mac, mac(named))) {
            return Optional.empty();
        }
        ByteBuffer ids = ByteBuffer.wrap(named);
        return Optional.of(
                new Subscription(
                        new StoreId(new UUID(ids.getLong(), ids.getLong())),
                        new StaffId(new UUID(ids.getLong(), ids.getLong()))));
    }

    private byte[] mac(byte[] named) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(named), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
