package dev.shopbell.badinput;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RunningRoutes;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever is sent instead of a proper body, to whichever route: refused with a stable code, and
/// nothing is stored.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class BodyTest {

    @Inject BodyRoutes routes;

    private Map<String, Long> before = Map.of();

    @BeforeEach
    void everythingIsAcceptedAsItShouldBe() {
        for (BodyRoute route : routes.all()) {
            assertThat(route.accepted().send().status()).isEqualTo(route.status());
        }
        before = DatabaseOwner.rowCounts();
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
    }

    @Test
    void everyRouteWithABodyIsAttackedHere() {
        assertThat(routes.all().stream().map(BodyRoute::route))
                .containsExactlyInAnyOrderElementsOf(RunningRoutes.withBodies());
    }

    @Test
    void whatIsNoJsonIsMalformed() {
        for (String nonsense :
                List.of(
                        "{",
                        "}",
                        "{\"a\"",
                        "nonsense",
                        "'a'",
                        "{a:1}",
                        "\0",
                        "{} {}",
                        "{\"a\":}")) {
            eachRefuses(nonsense, "400 malformed_json");
        }
    }

    @Test
    void bytesThatAreNoTextAreMalformed() {
        byte[] broken = "{\"text\": \"?\"}".getBytes(StandardCharsets.US_ASCII);
        broken[10] = (byte) 0xC3;

        for (BodyRoute route : routes.all()) {
            assertRefused(route.accepted().body(broken).send(), "400 malformed_json");
        }
    }

    @Test
    void somethingBehindTheBodyIsMalformed() {
        for (BodyRoute route : routes.all()) {
            for (String more : List.of(" x", "{}", " 1", ",", "\0")) {
                assertRefused(route.with(route.body() + more).send(), "400 malformed_json");
            }
        }
    }

    @Test
    void aFieldSaidTwiceIsMalformed() {
        for (BodyRoute route : routes.all()) {
            for (String body : new Mutations(route.body()).doubled()) {
                assertRefused(route.with(body).send(), "400 malformed_json");
            }
        }
    }

    @Test
    void noBodyAtAllLacksWhatIsRequired() {
        eachRefuses("", "400 invalid_value");
        eachRefuses("null", "400 invalid_value");
        eachRefuses("{}", "400 invalid_value");
    }

    @Test
    void anythingButAnObjectIsOfTheWrongType() {
        for (String value : List.of("[]", "[{}]", "5", "\"text\"", "true")) {
            eachRefuses(value, "400 wrong_type");
        }
    }

    @Test
    void deepNestingIsRefusedAndNotFollowed() {
        String deep = "[".repeat(30_000);
        for (BodyRoute route : routes.all()) {
            for (String body : List.of(deep, "{\"a\":".repeat(10_000), "{\"text\":" + deep + "}")) {
                Answer answer = route.with(body).send();

                assertThat(answer.status()).as(route.toString()).isEqualTo(400);
                assertRefused(answer, "400 " + answer.code());
            }
        }
    }

    @Test
    void everyFieldOfAnotherTypeIsNamed() {
        for (BodyRoute route : routes.all()) {
            new Mutations(route.body())
                    .ofOtherTypes()
                    .forEach((field, bodies) ->
                            bodies.forEach(body ->
                                    assertNamed(route.with(body).send(), "400 wrong_type", field)));
        }
    }

    @Test
    void everyUnknownFieldIsNamed() {
        for (BodyRoute route : routes.all()) {
            new Mutations(route.body())
                    .withMore()
                    .forEach((field, body) ->
                            assertNamed(route.with(body).send(), "400 unknown_field", field));
        }
    }

    @Test
    void aFieldsNameIsRepeatedOnlyAsFarAsAPersonReads() {
        eachRefuses("{\"" + "x".repeat(50_000) + "\": 1}", "400 unknown_field");

        for (BodyRoute route : routes.all()) {
            assertThat(route.with("{\"" + "x".repeat(50_000) + "\": 1}").send().field())
                    .hasSize(100);
        }
    }

    @Test
    void everyRequiredFieldThatIsMissingOrNullIsNamed() {
        for (BodyRoute route : routes.all()) {
            Mutations mutations = new Mutations(route.body());
            for (String field : route.required()) {
                assertNamed(
                        route.with(mutations.without(field)).send(), "400 invalid_value", field);
                assertNamed(
                        route.with(mutations.replaced(field, "null")).send(),
                        "400 invalid_value",
                        field);
            }
        }
    }

    @Test
    void aBodyIsAtMostAsLargeAsItsRouteSays() {
        for (BodyRoute route : routes.all()) {
            byte[] tooLarge = padded(route.body(), route.mostBytes() + 1);

            assertRefused(route.accepted().body(tooLarge).send(), "413 body_too_large");
            assertRefused(route.accepted().chunked(tooLarge).send(), "413 body_too_large");
            for (int repeated = 0; repeated < 5; repeated++) {
                assertRefused(
                        route.accepted().body(padded("nonsense", 10 * route.mostBytes())).send(),
                        "413 body_too_large");
                assertRefused(
                        route.accepted().chunked(padded("{}", 10 * route.mostBytes())).send(),
                        "413 body_too_large");
            }
        }
    }

    /// The limit falls into a value, and not only into blanks behind it.
    @Test
    void aValueThatIsTooLongIsATooLargeBodyHoweverItComes() {
        for (BodyRoute route : routes.all()) {
            for (int length :
                    List.of(route.mostBytes(), route.mostBytes() + 5_000, 10 * route.mostBytes())) {
                for (String field : route.required()) {
                    byte[] body =
                            new Mutations(route.body())
                                    .replaced(field, '"' + "a".repeat(length) + '"')
                                    .getBytes(StandardCharsets.UTF_8);

                    assertRefused(route.accepted().body(body).send(), "413 body_too_large");
                    assertRefused(route.accepted().chunked(body).send(), "413 body_too_large");
                }
            }
        }
    }

    @Test
    void otherMediaTypesAreNotSupported() {
        for (BodyRoute route : routes.all()) {
            for (String type :
                    List.of(
                            "text/plain",
                            "application/x-www-form-urlencoded",
                            "multipart/form-data; boundary=x",
                            "application/xml",
                            "nonsense",
                            ";;;")) {
                assertRefused(
                        route.with(route.body()).with("Content-Type", type).send(),
                        "415 unsupported_media_type");
            }
        }
    }

    private void eachRefuses(String body, String outcome) {
        for (BodyRoute route : routes.all()) {
            assertRefused(route.with(body).send(), outcome);
        }
    }

    private static void assertNamed(Answer answer, String outcome, String field) {
        assertRefused(answer, outcome);
        assertThat(answer.field()).isEqualTo(field);
    }

    /// As long as wanted, with blanks, which JSON does not mind.
    private static byte[] padded(String body, int length) {
        byte[] padded = new byte[length];
        Arrays.fill(padded, (byte) ' ');
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, padded, 0, bytes.length);
        return padded;
    }
}
