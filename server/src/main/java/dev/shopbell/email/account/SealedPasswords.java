package dev.shopbell.email.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shopbell.platform.secret.InstallationSecret;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Passwords of mail servers as they lie in the database: AES-GCM under a key derived from the
/// installation's secret. One opens only for the store and the field it was sealed for, so that
/// whoever can write to the database cannot move it to where its words are sent elsewhere.
@Singleton
final class SealedPasswords {

    private static final byte KEY = 1; // the version of it, the first byte of what is sealed
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    SealedPasswords(InstallationSecret secret) {
        this.key = secret.keyFor("email-account-" + KEY, "AES");
    }

    enum Field {
        SMTP,
        IMAP
    }

    byte[] seal(StoreId store, Field field, String password) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, store, field, nonce, password.getBytes(UTF_8));
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(KEY)
                .put(nonce)
                .put(sealed)
                .array();
    }

    String open(StoreId store, Field field, byte[] kept) {
        ByteBuffer bytes = ByteBuffer.wrap(kept);
        if (kept.length < 1 + NONCE_BYTES || bytes.get() != KEY) {
            throw new IllegalStateException("a password was sealed with a key that is not known");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] sealed = new byte[bytes.remaining()];
        bytes.get(sealed);
        return new String(apply(Cipher.DECRYPT_MODE, store, field, nonce, sealed), UTF_8);
    }

    private byte[] apply(int mode, StoreId store, Field field, byte[] nonce, byte[] what) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((store.value() + " " + field).getBytes(UTF_8));
            return cipher.doFinal(what);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a password does not open: is this the installation's secret key?", e);
        }
    }
}
