package dev.shopbell.message;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenFiles;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Messages that carry attachments: one's own, waiting, few.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CarryingTest {

    @Inject Given given;
    @Inject GivenFiles files;

    private Store store;
    private SignedIn priya;
    private VisitorSecret anna;
    private ConversationId conversation;

    @BeforeEach
    void aConversation() {
        store = given.store();
        priya = given.agent(store);
        anna = given.secret();
        conversation = given.firstMessage(store, anna, "Hello").conversation().id();
    }

    @Test
    void aMessageMayBePicturesAlone() {
        UUID one = ofPriya();
        UUID other = ofPriya();

        Answer answer = staff(UUID.randomUUID(), "", other, one).send();

        assertThat(answer.outcome()).isEqualTo("200");
        JsonNode message = answer.json().path("message");
        assertThat(message.path("text").asText()).isEmpty();
        assertThat(message.path("attachments").findValuesAsText("id"))
                .containsExactly(other.toString(), one.toString());
        JsonNode preview = answer.json().at("/conversation/preview");
        assertThat(preview.path("text").asText()).isEmpty();
        assertThat(preview.at("/attachments/images").asInt()).isEqualTo(2);
        assertThat(preview.at("/attachments/videos").asInt()).isZero();
        assertThat(threadOfStaff().path("messages").path(1)).isEqualTo(message);
        assertThat(threadOfAnna().at("/messages/1/attachments"))
                .isEqualTo(message.path("attachments"));
    }

    @Test
    void aShopperSendsPicturesWithWords() {
        UUID id = ofAnna();

        Answer answer = shopper(UUID.randomUUID(), "It is torn", id).send();

        assertThat(answer.outcome()).isEqualTo("200");
        assertThat(answer.json().at("/message/attachments/0/id").asText()).isEqualTo(id.toString());
        assertThat(threadOfStaff().at("/messages/1/attachments/0/id").asText())
                .isEqualTo(id.toString());
        assertThat(threadOfStaff().at("/conversation/preview/attachments/images").asInt())
                .isEqualTo(1);
    }

    @Test
    void withoutWordsAndPicturesNothingIsSaid() {
        assertRefused(staff(UUID.randomUUID(), " ").send(), "422 text_empty");
        assertRefused(shopper(UUID.randomUUID(), "").send(), "422 text_empty");
    }

    @Test
    void theSameMessageAgainIsTheSameAndAnotherIsNot() {
        UUID message = UUID.randomUUID();
        UUID picture = ofPriya();
        JsonNode first = staff(message, "See", picture).send().json().path("message");

        assertThat(staff(message, "See", picture).send().json().path("message")).isEqualTo(first);
        assertRefused(staff(message, "See").send(), "409 client_id_reused");
        assertRefused(staff(message, "See", picture, ofPriya()).send(), "409 client_id_reused");
    }

    @Test
    void onlyOnesOwnThatWaitCanBeSent() {
        UUID sent = ofPriya();
        staff(UUID.randomUUID(), "", sent).send();
        UUID ofColleague = UUID.randomUUID();
        files.pending(given.agent(store), conversation, ofColleague);
        UUID ofAnna = ofAnna();
        VisitorSecret bea = given.secret();
        ConversationId elsewhere = given.firstMessage(store, bea, "Hi").conversation().id();
        UUID ofBea = UUID.randomUUID();
        files.pending(store, bea, elsewhere, ofBea);
        UUID inOther = UUID.randomUUID();
        files.pending(priya, elsewhere, inOther);

        for (UUID id : List.of(sent, ofColleague, ofAnna, inOther, UUID.randomUUID())) {
            Answer answer = staff(UUID.randomUUID(), "See", ofPriya(), id).send();
            assertRefused(answer, "422 attachment_not_found");
            assertThat(answer.field()).isEqualTo("attachments");
        }
        for (UUID id : List.of(sent, ofColleague, ofBea, UUID.randomUUID())) {
            assertRefused(shopper(UUID.randomUUID(), "See", id).send(), "422 attachment_not_found");
        }
    }

    @Test
    void aMessageCarriesTenAndNotEleven() {
        UUID[] ten = Stream.generate(this::ofPriya).limit(10).toArray(UUID[]::new);
        UUID[] eleven = Stream.concat(Stream.of(ten), Stream.of(ofPriya())).toArray(UUID[]::new);

        assertRefused(staff(UUID.randomUUID(), "", eleven).send(), "422 too_many_files");
        assertThat(staff(UUID.randomUUID(), "", ten).send().outcome()).isEqualTo("200");
    }

    @Test
    void whatWasSentIsNotTakenBack() {
        UUID id = ofPriya();
        staff(UUID.randomUUID(), "", id).send();

        Answer answer = Http.of("DELETE", path("/attachments/" + id)).as(priya).send();

        assertRefused(answer, "409 attachment_sent");
    }

    private UUID ofPriya() {
        UUID id = UUID.randomUUID();
        files.pending(priya, conversation, id);
        return id;
    }

    private UUID ofAnna() {
        UUID id = UUID.randomUUID();
        files.pending(store, anna, conversation, id);
        return id;
    }

    private Http staff(UUID message, String text, UUID... carried) {
        return Http.put(
                        path("/messages/" + message),
                        "{\"kind\": \"staff\", \"text\": \"%s\", \"attachments\": [%s]}"
                                .formatted(text, ids(carried)))
                .as(priya);
    }

    private Http shopper(UUID message, String text, UUID... carried) {
        return Http.put(
                        "/api/widget/%s/conversations/%s/messages/%s"
                                .formatted(store.key(), conversation.value(), message),
                        "{\"text\": \"%s\", \"attachments\": [%s]}".formatted(text, ids(carried)))
                .as(anna);
    }

    private static String ids(UUID... carried) {
        return Stream.of(carried).map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
    }

    private JsonNode threadOfStaff() {
        return Http.get(path("")).as(priya).send().json();
    }

    private JsonNode threadOfAnna() {
        return Http.get("/api/widget/" + store.key() + "/conversation").as(anna).send().json();
    }

    private String path(String below) {
        return "/api/staff/stores/%s/conversations/%s%s"
                .formatted(store.id().value(), conversation.value(), below);
    }
}
