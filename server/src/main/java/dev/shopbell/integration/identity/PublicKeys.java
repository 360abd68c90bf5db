package dev.shopbell.integration.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.http.RefusedException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ed25519 public keys as people have them: PEM, as `openssl` writes it, or a JWK.
final class PublicKeys {

    private static final int MOST_CHARACTERS = 2_000;
    private static final int KEY_BYTES = 32;

    /// What stands before the 32 bytes in the one way to write such a key (RFC 8410).
    private static final byte[] BEGINNING = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final Pattern PEM =
            Pattern.compile(
                    "\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

    private PublicKeys() {}

    /// What was pasted, as it is kept.
    static byte[] encoded(String pasted, ObjectMapper json) {
        if (pasted.length() > MOST_CHARACTERS) {
            throw refused();
        }
        try {
            Matcher pem = PEM.matcher(pasted);
            byte[] key =
                    pem.matches()
                            ? Base64.getDecoder().decode(pem.group(1).replaceAll("\\s", ""))
                            : ofJwk(json.readTree(pasted));
            boolean isOne =
                    key.length == BEGINNING.length + KEY_BYTES
                            && Arrays.mismatch(key, BEGINNING) == BEGINNING.length;
            if (!isOne) {
                throw refused();
            }
            var _ = read(key);
            return key;
        } catch (JsonProcessingException | IllegalArgumentException | IllegalStateException _) {
            throw refused();
        }
    }

    static PublicKey read(byte[] encoded) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not an Ed25519 public key", e);
        }
    }

    private static byte[] ofJwk(JsonNode jwk) {
        if (!jwk.path("kty").asText().equals("OKP")
                || !jwk.path("crv").asText().equals("Ed25519")) {
            throw refused();
        }
        // Whoever pastes the private half has shown it around.
        if (jwk.has("d")) {
            throw refused();
        }
        byte[] x = Base64.getUrlDecoder().decode(jwk.path("x").asText());
        byte[] key = Arrays.copyOf(BEGINNING, BEGINNING.length + x.length);
        System.arraycopy(x, 0, key, BEGINNING.length, x.length);
        return key;
    }

    private static RefusedException refused() {
        return new RefusedException(IdentityRefusal.PUBLIC_KEY_INVALID, "publicKey");
    }
}
