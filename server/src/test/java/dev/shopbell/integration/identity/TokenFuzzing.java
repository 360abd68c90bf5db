package dev.shopbell.integration.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.customer.Vouched;
import dev.shopbell.integration.identity.IdentityKeys.Checking;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.platform.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/// What must hold of any text whatever that a browser shows as a token, and of anything that a
/// store signs, for Jazzer to try. The first byte says which of the two the others are.
public final class TokenFuzzing {

    static final byte TOKEN = 0;
    static final byte CLAIMS = 1;

    static final String AUDIENCE = "hearthlow-key";
    static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

    /// Nobody has signed anything with it, and no run comes upon a signature of it.
    private static final List<Checking> KEYS =
            List.of(
                    new Checking(
                            new IdentityKeyId(new UUID(1, 1)),
                            TokenAlgorithm.HS256,
                            new SecretKeySpec(
                                    "sbi_a-secret-of-nobody".getBytes(StandardCharsets.US_ASCII),
                                    "HmacSHA256")));

    private static final ObjectMapper JSON = new ObjectMapper();

    private TokenFuzzing() {}

    static byte[] of(byte kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] input = new byte[bytes.length + 1];
        input[0] = kind;
        System.arraycopy(bytes, 0, input, 1, bytes.length);
        return input;
    }

    /// Jazzer looks for this name and this form.
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        String text =
                new String(Arrays.copyOfRange(input, 1, input.length), StandardCharsets.UTF_8);
        if (Math.floorMod(input[0], 2) == TOKEN) {
            readToken(text);
        } else {
            readClaims(text);
        }
    }

    /// It is refused, in words, or is a token of which the signature is wrong.
    private static void readToken(String text) {
        try {
            SignedToken token = SignedToken.parse(text);
            assertThat(text).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
            IdentityKeyId signer = token.signedBy(KEYS);
            throw new AssertionError("signed by " + signer);
        } catch (RefusedToken refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    /// Whoever is vouched for can be kept and shown.
    private static void readClaims(String text) {
        JsonNode claims;
        try {
            claims = JSON.readTree(text);
        } catch (JsonProcessingException _) {
            return;
        }
        try {
            Vouched vouched = new Claims(claims).read(AUDIENCE, NOW);
            assertThat(vouched.shopCustomer()).matches("[A-Za-z0-9._:-]{1,100}");
            if (vouched.name() != null) {
                assertThat(PlainText.isName(vouched.name())).isTrue();
                assertThat(PlainText.length(vouched.name())).isBetween(1, 100);
            }
            assertThat(vouched.emailVerified() && vouched.email() == null).isFalse();
            if (vouched.email() != null) {
                assertThat(EmailAddress.parse(vouched.email()))
                        .map(EmailAddress::value)
                        .contains(vouched.email());
            }
        } catch (RefusedToken refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
