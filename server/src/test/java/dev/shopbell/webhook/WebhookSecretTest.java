package dev.shopbell.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

    private static final DeliveryId ID =
            new DeliveryId(UUID.fromString("019ac2e4-0000-7000-8000-000000000001"));

    @Test
    void isWrittenAsReceiversExpectIt() {
        WebhookSecret secret = WebhookSecret.draw(new SecureRandom());

        assertThat(secret.written()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(Base64.getDecoder().decode(secret.written().substring(6)))
                .isEqualTo(secret.key());
        assertThat(secret.toString()).isEqualTo("***");
    }

    @Test
    void signsIdAndSecondAndBody() throws Exception {
        WebhookSecret secret = new WebhookSecret(new byte[32]);

        String signature = secret.signature(ID, 1674087231, "{\"ü\":1}");

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
        byte[] expected =
                mac.doFinal(
                        "019ac2e4-0000-7000-8000-000000000001.1674087231.{\"ü\":1}"
                                .getBytes(UTF_8));
        assertThat(signature).isEqualTo("v1," + Base64.getEncoder().encodeToString(expected));
        assertThat(secret.signature(ID, 1674087232, "{\"ü\":1}")).isNotEqualTo(signature);
    }

    @Test
    void sixteenAttemptsTakeAboutThreeDays() {
        Duration altogether =
                IntStream.rangeClosed(1, 15)
                        .mapToObj(attempts -> Backoff.after(attempts).orElseThrow())
                        .reduce(Duration.ZERO, Duration::plus);

        assertThat(altogether).isBetween(Duration.ofHours(70), Duration.ofHours(78));
        assertThat(Backoff.after(16)).isEqualTo(Optional.empty());
    }
}
