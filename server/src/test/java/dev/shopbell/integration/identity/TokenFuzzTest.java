package dev.shopbell.integration.identity;

import static dev.shopbell.testkit.Tokens.hs256;

import dev.shopbell.testkit.Jazzer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A fuzzer breaks nothing of what reads tokens, beginning with one that is as it should be.
class TokenFuzzTest {

    private static final int RUNS = 2_000;
    private static final int MOST_SECONDS = 20;

    private static final String CLAIMS =
            """
            {"sub": "c-1", "aud": "%s", "exp": %d, "iat": %d, "nbf": %d, "email": "anna@example.com",
             "email_verified": true, "name": "Anna Kowalska"}
            """
                    .formatted(
                            TokenFuzzing.AUDIENCE,
                            TokenFuzzing.NOW.getEpochSecond() + 600,
                            TokenFuzzing.NOW.getEpochSecond(),
                            TokenFuzzing.NOW.getEpochSecond());

    @Test
    void nothingBreaksWhatReadsTokens() throws Exception {
        new Jazzer(
                        "token",
                        TokenFuzzing.class,
                        List.of(
                                "--instrumentation_includes=dev.shopbell.integration.**",
                                "--custom_hook_includes=dev.shopbell.integration.**"),
                        8 << 10,
                        2,
                        RUNS,
                        MOST_SECONDS)
                .run(inputs());
    }

    private static Map<String, byte[]> inputs() {
        byte[] secret = "sbi_a-secret-of-a-store".getBytes(StandardCharsets.US_ASCII);
        String header = "{\"alg\": \"HS256\", \"typ\": \"JWT\"}";
        Map<String, byte[]> inputs = new HashMap<>();
        inputs.put("token", TokenFuzzing.of(TokenFuzzing.TOKEN, hs256(secret, header, CLAIMS)));
        inputs.put("claims", TokenFuzzing.of(TokenFuzzing.CLAIMS, CLAIMS));
        inputs.put(
                "claims-large",
                TokenFuzzing.of(TokenFuzzing.CLAIMS, CLAIMS.replace("600", "6".repeat(3_000))));
        return inputs;
    }
}
