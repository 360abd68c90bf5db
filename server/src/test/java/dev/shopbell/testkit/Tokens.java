package dev.shopbell.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs tokens as a store's own server does, right or wrong.
public final class Tokens {

    private Tokens() {}

    /// What a store that does it right says of a customer.
    public static String claims(String audience, String sub, String email, String name) {
        long now = Instant.now().getEpochSecond();
        return """
        {"aud": "%s", "sub": "%s", "email": "%s", "name": "%s", "iat": %d, "exp": %d}
        """
                .formatted(audience, sub, email, name, now, now + 600);
    }

    public static String hs256(String secret, String claims) {
        return hs256(
                secret.getBytes(StandardCharsets.US_ASCII),
                "{\"alg\": \"HS256\", \"typ\": \"JWT\"}",
                claims);
    }

    public static String hs256(byte[] secret, String header, String claims) {
        String signed = part(header) + "." + part(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return signed + "." + part(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String ed25519(KeyPair keys, String header, String claims) {
        String signed = part(header) + "." + part(claims);
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(keys.getPrivate());
            signing.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + part(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(KeyPair keys) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    public static String part(String json) {
        return part(json.getBytes(StandardCharsets.UTF_8));
    }

    public static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
