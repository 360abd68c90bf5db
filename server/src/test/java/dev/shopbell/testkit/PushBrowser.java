package dev.shopbell.testkit;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A browser as a push service sees it: an address, and keys that only it can open (RFC 8291).
public final class PushBrowser {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int COORDINATE = 32;
    private static final int POINT = 2 * COORDINATE + 1;

    private final String endpoint;
    private final KeyPair keys;
    private final byte[] auth = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

    private PushBrowser(String endpoint, KeyPair keys) {
        this.endpoint = endpoint;
        this.keys = keys;
    }

    public static PushBrowser at(String endpoint) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new PushBrowser(endpoint, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String endpoint() {
        return endpoint;
    }

    /// As `PushSubscription.toJSON` has it.
    public String json() {
        return """
        {"endpoint": "%s", "keys": {"p256dh": "%s", "auth": "%s"}}
        """
                .formatted(
                        endpoint,
                        BASE64.encodeToString(point(keys.getPublic())),
                        BASE64.encodeToString(auth));
    }

    /// What the body of a push says to this browser; throws when it is not for it.
    public String open(byte[] body) throws GeneralSecurityException {
        ByteBuffer sealed = ByteBuffer.wrap(body);
        byte[] salt = taken(sealed, 16);
        sealed.getInt();
        byte[] server = taken(sealed, Byte.toUnsignedInt(sealed.get()));
        byte[] content = taken(sealed, sealed.remaining());
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(publicKey(server), true);
        byte[] shared = hmac(auth, agreement.generateSecret());
        byte[] material =
                hmac(
                        shared,
                        joined(
                                ascii("WebPush: info\0"),
                                point(keys.getPublic()),
                                server,
                                ascii("\1")));
        byte[] base = hmac(salt, material);
        byte[] key = Arrays.copyOf(hmac(base, ascii("Content-Encoding: aes128gcm\0\1")), 16);
        byte[] nonce = Arrays.copyOf(hmac(base, ascii("Content-Encoding: nonce\0\1")), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, nonce));
        byte[] padded = cipher.doFinal(content);
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        return new String(padded, 0, end, StandardCharsets.UTF_8);
    }

    /// Of P-256, written uncompressed.
    public static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        ECPublicKey any = (ECPublicKey) generator.generateKeyPair().getPublic();
        ECPoint place =
                new ECPoint(
                        new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
                        new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, POINT)));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(place, any.getParams()));
    }

    private static byte[] point(PublicKey key) {
        byte[] encoded = key.getEncoded(); // X.509 ends with the point
        return Arrays.copyOfRange(encoded, encoded.length - POINT, encoded.length);
    }

    private static byte[] taken(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static byte[] hmac(byte[] key, byte[] content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(content);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
