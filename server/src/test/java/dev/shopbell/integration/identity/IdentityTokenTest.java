package dev.shopbell.integration.identity;

import static dev.shopbell.testkit.Tokens.ed25519;
import static dev.shopbell.testkit.Tokens.hs256;
import static dev.shopbell.testkit.Tokens.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.shopbell.customer.Vouched;
import dev.shopbell.integration.identity.IdentityKeys.Checking;
import dev.shopbell.testkit.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What says who somebody is, and everything that looks like it.
class IdentityTokenTest {

    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
    private static final long AT = NOW.getEpochSecond();
    private static final String STORE = "hearthlow-key";

    private static final byte[] SECRET = bytes("sbi_the-secret-that-the-store-and-we-have");
    private static final byte[] OTHER_SECRET = bytes("sbi_another-secret-of-another-store-of-all");
    private static final KeyPair KEYS = Tokens.keys();
    private static final KeyPair OTHER_KEYS = Tokens.keys();

    private static final IdentityKeyId SECRETS_ID = new IdentityKeyId(new UUID(1, 1));
    private static final IdentityKeyId KEYS_ID = new IdentityKeyId(new UUID(2, 2));
    private static final Checking BY_SECRET =
            new Checking(SECRETS_ID, TokenAlgorithm.HS256, new SecretKeySpec(SECRET, "HmacSHA256"));
    private static final Checking BY_KEYS =
            new Checking(KEYS_ID, TokenAlgorithm.ED25519, KEYS.getPublic());

    private static final String HS = "{\"alg\": \"HS256\", \"typ\": \"JWT\"}";
    private static final String ED = "{\"alg\": \"EdDSA\", \"typ\": \"JWT\"}";
    private static final String GOOD = claims("");

    @Test
    void whatTheStoreSignedIsBelieved() throws RefusedToken {
        for (String token : List.of(hs256(SECRET, HS, GOOD), ed25519(KEYS, ED, GOOD))) {
            assertThat(read(token))
                    .isEqualTo(new Vouched("c-1", "anna@example.com", true, "Anna Kowalska"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatIsFine")
    void thisIsFineToo(String what, String token) throws RefusedToken {
        assertThat(read(token).shopCustomer()).as(what).isEqualTo("c-1");
    }

    static Stream<Arguments> whatIsFine() {
        String kid = "{\"alg\": \"HS256\", \"kid\": \"%s\"}".formatted(SECRETS_ID.value());
        String elsewhere =
                """
                {"alg": "HS256", "typ": "jwt", "jku": "https://evil.example/keys", "x5u": "https://evil.example/x",
                 "jwk": {"kty": "oct", "k": "AAAA"}, "x5c": ["AAAA"]}
                """;
        return Stream.of(
                arguments("a kid of the store's", hs256(SECRET, kid, GOOD)),
                arguments("keys elsewhere, which nobody looks at", hs256(SECRET, elsewhere, GOOD)),
                arguments(
                        "aud as a list of one",
                        hs256(SECRET, HS, with("aud", "[\"%s\"]".formatted(STORE)))),
                arguments("an hour", hs256(SECRET, HS, with("exp", "" + (AT + 3600)))),
                arguments("a part of a second", hs256(SECRET, HS, with("exp", AT + 600 + ".5"))),
                arguments("clocks that differ", hs256(SECRET, HS, with("iat", "" + (AT + 30)))),
                arguments("neither name nor address", hs256(SECRET, HS, with("email", "null"))),
                arguments(
                        "claims of other kinds",
                        hs256(SECRET, HS, claims(", \"roles\": [\"x\"]"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatIsNot")
    void thisIsRefused(String what, String token, String why) {
        assertThat(whyNot(token)).as(what).contains(why);
    }

    static Stream<Arguments> whatIsNot() {
        return Stream.of(signatures(), headers(), forms(), claimsThatAreNot(), times())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> signatures() {
        String good = hs256(SECRET, HS, GOOD);
        String signature = good.substring(good.lastIndexOf('.') + 1);
        String unsigned = part("{\"alg\": \"none\"}") + "." + part(GOOD);
        return Stream.of(
                no("nothing signed", unsigned + ".", "base64url"),
                no("alg none, with a signature", unsigned + "." + signature, "alg"),
                no("alg None", hs256(SECRET, "{\"alg\": \"None\"}", GOOD), "alg"),
                no("alg hs256", hs256(SECRET, "{\"alg\": \"hs256\"}", GOOD), "alg"),
                no("alg HS512", hs256(SECRET, "{\"alg\": \"HS512\"}", GOOD), "alg"),
                no("alg RS256", hs256(SECRET, "{\"alg\": \"RS256\"}", GOOD), "alg"),
                no("no alg", hs256(SECRET, "{}", GOOD), "alg"),
                no("alg as a list", hs256(SECRET, "{\"alg\": [\"HS256\"]}", GOOD), "alg"),
                no(
                        "the public key as if it were a secret",
                        hs256(KEYS.getPublic().getEncoded(), HS, GOOD),
                        "signature"),
                no(
                        "the public key's PEM as if it were a secret",
                        hs256(bytes(Tokens.pem(KEYS)), HS, GOOD),
                        "signature"),
                no(
                        "EdDSA in the header, a secret's signature",
                        hs256(SECRET, ED, GOOD),
                        "signature"),
                no("HS256 in the header, a key's signature", ed25519(KEYS, HS, GOOD), "signature"),
                no("another secret", hs256(OTHER_SECRET, HS, GOOD), "signature"),
                no("another key", ed25519(OTHER_KEYS, ED, GOOD), "signature"),
                no(
                        "other words under it",
                        swapped(good, 1, part(with("sub", "\"c-2\""))),
                        "signature"),
                no(
                        "another header over it",
                        swapped(good, 0, part("{\"alg\":\"HS256\"}")),
                        "signature"),
                no("a short signature", swapped(good, 2, "AAAA"), "signature"),
                no(
                        "half a signature",
                        swapped(good, 2, part(Arrays.copyOf(new byte[32], 16))),
                        "signature"));
    }

    private static Stream<Arguments> headers() {
        return Stream.of(
                no(
                        "kid of nobody",
                        hs256(SECRET, kid("\"%s\"".formatted(new UUID(9, 9))), GOOD),
                        "kid"),
                no(
                        "kid of the other key",
                        hs256(SECRET, kid("\"%s\"".formatted(KEYS_ID.value())), GOOD),
                        "alg"),
                no("kid as a path", hs256(SECRET, kid("\"../../../dev/null\""), GOOD), "kid"),
                no("kid as SQL", hs256(SECRET, kid("\"x' OR '1'='1\""), GOOD), "kid"),
                no(
                        "kid with a blank",
                        hs256(SECRET, kid("\"" + SECRETS_ID.value() + " \""), GOOD),
                        "kid"),
                no("kid null", hs256(SECRET, kid("null"), GOOD), "kid"),
                no("kid as a number", hs256(SECRET, kid("1"), GOOD), "kid"),
                no(
                        "an empty path as secret",
                        hs256(new byte[1], kid("\"/dev/null\""), GOOD),
                        "kid"),
                no(
                        "crit",
                        hs256(SECRET, "{\"alg\": \"HS256\", \"crit\": [\"exp\"]}", GOOD),
                        "extensions"),
                no(
                        "b64",
                        hs256(SECRET, "{\"alg\": \"HS256\", \"b64\": false}", GOOD),
                        "extensions"),
                no(
                        "another kind of token",
                        hs256(SECRET, "{\"alg\": \"HS256\", \"typ\": \"at+jwt\"}", GOOD),
                        "typ"),
                no(
                        "alg twice",
                        hs256(SECRET, "{\"alg\": \"none\", \"alg\": \"HS256\"}", GOOD),
                        "header"),
                no("no object", hs256(SECRET, "[]", GOOD), "header"),
                no("something after it", hs256(SECRET, HS + "{}", GOOD), "header"));
    }

    private static Stream<Arguments> forms() {
        String good = hs256(SECRET, HS, GOOD);
        String[] parts = good.split("\\.");
        byte[] notText = {'{', '"', (byte) 0xc3, '"', '}'};
        return Stream.of(
                no("nothing", "", "header.payload.signature"),
                no("dots", "..", "base64url"),
                no("two parts", parts[0] + "." + parts[1], "header.payload.signature"),
                no("four parts", good + ".AAAA", "header.payload.signature"),
                no("encrypted", good + ".AAAA.AAAA", "header.payload.signature"),
                no("padding", good + "=", "base64url"),
                no("a blank", good + " ", "base64url"),
                no("a line", "\n" + good, "base64url"),
                no("letters of the other alphabet", swapped(good, 2, "+/+/"), "base64url"),
                no("bits that nobody reads", swapped(good, 2, loose(parts[2])), "base64url"),
                no("no text", hs256(SECRET, HS, GOOD).replace(parts[0], part(notText)), "header"),
                no(
                        "too long",
                        hs256(SECRET, HS, claims(", \"x\": \"" + "x".repeat(4000) + "\"")),
                        "4,096"),
                no(
                        "nested deeply",
                        hs256(SECRET, HS, "[".repeat(1400) + "]".repeat(1400)),
                        "payload"),
                no("a token in a token", hs256(SECRET, HS, "\"" + good + "\""), "payload"),
                no("a number", hs256(SECRET, HS, "1"), "payload"),
                no("a member twice", hs256(SECRET, HS, claims(", \"sub\": \"c-2\"")), "payload"),
                no(
                        "a member twice, deep in it",
                        hs256(SECRET, HS, claims(", \"x\": {\"a\": 1, \"a\": 2}")),
                        "payload"),
                no("something after it", hs256(SECRET, HS, GOOD + "{}"), "payload"),
                no("a comment", hs256(SECRET, HS, "/* */" + GOOD), "payload"));
    }

    private static Stream<Arguments> claimsThatAreNot() {
        return Stream.of(
                no("no aud", hs256(SECRET, HS, without("aud")), "aud"),
                no("another store's", hs256(SECRET, HS, with("aud", "\"other-key\"")), "aud"),
                no(
                        "a store of a longer name",
                        hs256(SECRET, HS, with("aud", "\"" + STORE + "2\"")),
                        "aud"),
                no(
                        "for others too",
                        hs256(SECRET, HS, with("aud", "[\"%s\", \"other\"]".formatted(STORE))),
                        "aud"),
                no("for nobody", hs256(SECRET, HS, with("aud", "[]")), "aud"),
                no(
                        "a list in a list",
                        hs256(SECRET, HS, with("aud", "[[\"%s\"]]".formatted(STORE))),
                        "aud"),
                no(
                        "aud as an object",
                        hs256(SECRET, HS, with("aud", "{\"%s\": 1}".formatted(STORE))),
                        "aud"),
                no("no sub", hs256(SECRET, HS, without("sub")), "sub"),
                no("an empty sub", hs256(SECRET, HS, with("sub", "\"\"")), "sub"),
                no("sub null", hs256(SECRET, HS, with("sub", "null")), "sub"),
                no("sub as a number", hs256(SECRET, HS, with("sub", "1")), "sub"),
                no("sub as an object", hs256(SECRET, HS, with("sub", "{\"id\": \"c-1\"}")), "sub"),
                no(
                        "a long sub",
                        hs256(SECRET, HS, with("sub", "\"" + "c".repeat(101) + "\"")),
                        "sub"),
                no("sub with a line", hs256(SECRET, HS, with("sub", "\"c-1\\n\"")), "sub"),
                no("sub with NUL", hs256(SECRET, HS, with("sub", "\"c-1\\u0000\"")), "sub"),
                no("no address", hs256(SECRET, HS, with("email", "\"anna\"")), "email"),
                no(
                        "an address as a list",
                        hs256(SECRET, HS, with("email", "[\"a@example.com\"]")),
                        "email"),
                no(
                        "verified as text",
                        hs256(SECRET, HS, claims(", \"email_verified\": \"false\"")),
                        "email_verified"),
                no("a name with NUL", hs256(SECRET, HS, with("name", "\"A\\u0000nna\"")), "name"),
                no("a name that turns", hs256(SECRET, HS, with("name", "\"\\u202eannA\"")), "name"),
                no("half a letter", hs256(SECRET, HS, with("name", "\"A\\ud800\"")), "name"));
    }

    private static Stream<Arguments> times() {
        return Stream.of(
                no("no exp", hs256(SECRET, HS, without("exp")), "exp"),
                no("exp null", hs256(SECRET, HS, with("exp", "null")), "exp"),
                no("exp as text", hs256(SECRET, HS, with("exp", "\"" + (AT + 600) + "\"")), "exp"),
                no("expired", hs256(SECRET, HS, with("exp", "" + (AT - 1))), "expired"),
                no("expired this moment", hs256(SECRET, HS, with("exp", "" + AT)), "expired"),
                no("long ago", hs256(SECRET, HS, with("exp", "-1")), "expired"),
                no("more than an hour", hs256(SECRET, HS, with("exp", "" + (AT + 3661))), "hour"),
                no(
                        "in milliseconds",
                        hs256(SECRET, HS, with("exp", "" + (AT + 600) * 1000)),
                        "hour"),
                no("never", hs256(SECRET, HS, with("exp", "1e400")), "exp"),
                no("a very long number", hs256(SECRET, HS, with("exp", "9".repeat(900))), "exp"),
                no(
                        "an hour and more after iat",
                        hs256(SECRET, HS, with("iat", "" + (AT - 3100))),
                        "iat"),
                no("iat in the future", hs256(SECRET, HS, with("iat", "" + (AT + 61))), "future"),
                no(
                        "nbf in the future",
                        hs256(SECRET, HS, claims(", \"nbf\": " + (AT + 61))),
                        "future"),
                no("nbf as text", hs256(SECRET, HS, claims(", \"nbf\": \"now\"")), "nbf"));
    }

    @Test
    void aStoreWithoutKeysBelievesNothing() {
        assertThat(whyNot(hs256(SECRET, HS, GOOD), List.of())).contains("no key");
        assertThat(whyNot(hs256(new byte[1], HS, GOOD), List.of())).contains("no key");
    }

    @Test
    void ofTwoKeysEachIsGoodUntilItIsGone() {
        String old = hs256(SECRET, HS, GOOD);
        String next = ed25519(KEYS, ED, GOOD);

        assertThat(whyNot(old)).isEmpty();
        assertThat(whyNot(next)).isEmpty();
        assertThat(whyNot(old, List.of(BY_KEYS))).contains("alg");
        assertThat(whyNot(next, List.of(BY_KEYS))).isEmpty();
    }

    @Test
    void anAddressThatTheStoreDoesNotVouchForIsNotVerified() throws RefusedToken {
        Vouched typed = read(hs256(SECRET, HS, claims(", \"email_verified\": false")));

        assertThat(typed.emailVerified()).isFalse();
        assertThat(typed.email()).isEqualTo("anna@example.com");
    }

    /// Whatever byte of it is changed, it says nothing any more.
    @Test
    void noTokenThatWasTouchedIsBelieved() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (String token : List.of(hs256(SECRET, HS, GOOD), ed25519(KEYS, ED, GOOD))) {
            for (int at = 0; at < token.length(); at++) {
                char other = (char) ('!' + random.nextInt(94));
                if (other != token.charAt(at)) {
                    String touched = token.substring(0, at) + other + token.substring(at + 1);
                    assertThat(whyNot(touched)).as(touched).isNotEmpty();
                }
                assertThat(whyNot(token.substring(0, at))).isNotEmpty();
            }
        }
    }

    private static Arguments no(String what, String token, String why) {
        return arguments(what, token, why);
    }

    private static String kid(String json) {
        return "{\"alg\": \"HS256\", \"kid\": %s}".formatted(json);
    }

    private static String claims(String more) {
        return """
        {"aud": "%s", "sub": "c-1", "email": "anna@example.com", "name": "Anna Kowalska", "iat": %d, "exp": %d%s}\
        """
                .formatted(STORE, AT, AT + 600, more);
    }

    private static String with(String claim, String json) {
        String replaced =
                GOOD.replaceAll(
                        "\"%s\": (\"[^\"]*\"|\\d+)".formatted(claim),
                        Matcher.quoteReplacement("\"%s\": %s".formatted(claim, json)));
        // Without iat an hour is an hour from now.
        return claim.equals("exp") ? replaced.replaceAll("\"iat\": \\d+, ", "") : replaced;
    }

    private static String without(String claim) {
        return GOOD.replaceAll(", \"%s\": (\"[^\"]*\"|\\d+)".formatted(claim), "")
                .replaceAll("\"%s\": (\"[^\"]*\"|\\d+), ".formatted(claim), "");
    }

    private static String swapped(String token, int place, String part) {
        String[] parts = token.split("\\.");
        parts[place] = part;
        return String.join(".", parts);
    }

    /// Another way to write the same bytes, which a forgiving decoder takes.
    private static String loose(String part) {
        char last = part.charAt(part.length() - 1);
        return part.substring(0, part.length() - 1) + (char) (last + 1);
    }

    private static Vouched read(String token) throws RefusedToken {
        return read(token, List.of(BY_SECRET, BY_KEYS));
    }

    private static Vouched read(String token, List<Checking> keys) throws RefusedToken {
        SignedToken signed = SignedToken.parse(token);
        var _ = signed.signedBy(keys);
        return new Claims(signed.claims()).read(STORE, NOW);
    }

    private static String whyNot(String token) {
        return whyNot(token, List.of(BY_SECRET, BY_KEYS));
    }

    private static String whyNot(String token, List<Checking> keys) {
        try {
            var _ = read(token, keys);
            return "";
        } catch (RefusedToken refused) {
            return refused.why();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
