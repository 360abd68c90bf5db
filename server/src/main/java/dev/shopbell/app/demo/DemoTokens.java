package dev.shopbell.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How the demo's shop vouches for who is signed in: with the secret that Shopbell showed it once,
/// as docs/how-to/identify-customers.md tells shops to.
record DemoTokens(ObjectMapper json, String widgetKey, String secret) {

    private static final long SECONDS = 600;

    /// A token that is good for ten minutes.
    String of(DemoShopper shopper, Instant now) {
        long seconds = now.getEpochSecond();
        String signed =
                part(Map.of("alg", "HS256", "typ", "JWT"))
                        + "."
                        + part(
                                Map.of(
                                        "aud",
                                        widgetKey,
                                        "sub",
                                        shopper.id(),
                                        "email",
                                        shopper.email(),
                                        "name",
                                        shopper.name(),
                                        "iat",
                                        seconds,
                                        "exp",
                                        seconds + SECONDS));
        return signed + "." + encoded(signature(signed));
    }

    private String part(Map<String, Object> members) {
        return encoded(json.valueToTree(members).toString().getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            secret.getBytes(StandardCharsets.US_ASCII), mac.getAlgorithm()));
            return mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "***";
    }
}
