package dev.shopbell.integration.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shopbell.integration.identity.IdentityKeys.Checking;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;

/// A compact JWS (RFC 7515), read strictly: whatever there are two ways to understand is refused.
/// Which algorithm it is checked by is the key's to say; the header may only agree.
///
/// Of a header's `jku`, `jwk`, `x5u` and `x5c` nothing is ever read.
final class SignedToken {

    private static final int MOST_CHARACTERS = 4_096;
    private static final int PARTS = 3;

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final JsonNode header;
    private final byte[] payload;
    private final byte[] signed;
    private final byte[] signature;

    private SignedToken(JsonNode header, byte[] payload, byte[] signed, byte[] signature) {
        this.header = header;
        this.payload = payload;
        this.signed = signed;
        this.signature = signature;
    }

    static SignedToken parse(String text) throws RefusedToken {
        if (text.length() > MOST_CHARACTERS) {
            throw new RefusedToken("the token is longer than 4,096 characters");
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS) {
            throw new RefusedToken("the token is not header.payload.signature");
        }
        JsonNode header = object(decoded(parts[0]), "header");
        if (header.has("crit") || header.has("b64")) {
            throw new RefusedToken("the header names extensions, of which none is known");
        }
        JsonNode type = header.path("typ");
        if (!type.isMissingNode() && !type.asText().equalsIgnoreCase("JWT")) {
            throw new RefusedToken("the header's typ is not JWT");
        }
        return new SignedToken(
                header,
                decoded(parts[1]),
                text.substring(0, text.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII),
                decoded(parts[2]));
    }

    /// The key that signed it.
    IdentityKeyId signedBy(List<Checking> keys) throws RefusedToken {
        if (keys.isEmpty()) {
            throw new RefusedToken("the store has no key to check tokens with");
        }
        JsonNode kid = header.path("kid");
        List<Checking> named =
                keys.stream()
                        .filter(key ->
                                kid.isMissingNode()
                                        || (kid.isTextual()
                                                && kid.textValue()
                                                        .equals(key.id().value().toString())))
                        .toList();
        if (named.isEmpty()) {
            throw new RefusedToken("the header's kid names no key of this store");
        }
        JsonNode algorithm = header.path("alg");
        List<Checking> agreed =
                named.stream()
                        .filter(key ->
                                algorithm.isTextual()
                                        && algorithm.textValue().equals(key.algorithm().header()))
                        .toList();
        if (agreed.isEmpty()) {
            throw new RefusedToken("the header's alg is not that of the store's key");
        }
        return agreed.stream()
                .filter(this::isSignedBy)
                .findFirst()
                .map(Checking::id)
                .orElseThrow(() -> new RefusedToken("the signature is wrong"));
    }

    JsonNode claims() throws RefusedToken {
        return object(payload, "payload");
    }

    private boolean isSignedBy(Checking key) {
        try {
            return switch (key.algorithm()) {
                case HS256 -> {
                    Mac mac = Mac.getInstance("HmacSHA256");
                    mac.init(key.key());
                    // Takes as long wherever the first difference is.
                    yield MessageDigest.isEqual(mac.doFinal(signed), signature);
                }
                case ED25519 -> {
                    Signature check = Signature.getInstance("Ed25519");
                    check.initVerify((PublicKey) key.key());
                    check.update(signed);
                    yield check.verify(signature);
                }
            };
        } catch (GeneralSecurityException _) {
            // A signature that has not even the form of one.
            return false;
        }
    }

    /// There is one way to write bytes; a decoder forgives others.
    private static byte[] decoded(String part) throws RefusedToken {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            if (bytes.length > 0
                    && Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // Refused below.
        }
        throw new RefusedToken("a part of the token is not base64url, without padding");
    }

    private static JsonNode object(byte[] bytes, String what) throws RefusedToken {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (CharacterCodingException | JsonProcessingException _) {
            // Refused below.
        }
        throw new RefusedToken("the " + what + " is not one JSON object, each member once");
    }
}
