package dev.shopbell.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a webhook's requests are signed with, as the [specification
/// ](https://github.com/standard-webhooks/standard-webhooks) has it: `whsec_` and 256 random bits.
@SuppressWarnings("ArrayRecordComponent") // never compared
record WebhookSecret(byte[] key) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    static WebhookSecret draw(SecureRandom random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return new WebhookSecret(key);
    }

    /// As its receiver has it.
    String written() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /// Over the id, the second and the body of one request.
    String signature(DeliveryId id, long second, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signed = mac.doFinal((id.value() + "." + second + "." + body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
