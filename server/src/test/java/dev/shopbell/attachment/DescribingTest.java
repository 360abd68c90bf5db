package dev.shopbell.attachment;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Deeds;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Saying what is to be seen in a file, before and after it was sent.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DescribingTest {

    @Inject Given given;
    @Inject GivenFiles files;
    @Inject Deeds deeds;

    private Store store;
    private SignedIn priya;
    private SignedIn jonas;
    private VisitorSecret anna;
    private ConversationId conversation;
    private UUID picture;

    @BeforeEach
    void aPictureThatWasSent() {
        store = given.store();
        priya = given.agent(store);
        jonas = given.agent(store);
        anna = given.secret();
        conversation = given.firstMessage(store, anna, "Hello").conversation().id();
        picture = UUID.randomUUID();
        files.sent(priya, conversation, picture, false);
    }

    @Test
    void aColleagueDescribesWhatWasSentAndEverybodyHasTheWords() {
        assertThat(describe(jonas, "A blue mug").outcome()).isEqualTo("200");

        List<JsonNode> thread = thread();
        assertThat(thread.get(1).at("/attachments/0/alt").asText()).isEqualTo("A blue mug");
        JsonNode line = thread.getLast();
        assertThat(line.at("/event/type").asText()).isEqualTo("described");
        assertThat(line.at("/event/seq").asLong()).isEqualTo(2);
        assertThat(line.at("/event/attachment").asText()).isEqualTo(picture.toString());
        assertThat(line.at("/event/alt").asText()).isEqualTo("A blue mug");
        assertThat(line.get("publicSeq").isNull()).isTrue();
        assertThat(shoppers().at("/messages/1/attachments/0/alt").asText()).isEqualTo("A blue mug");
        assertThat(shoppers().get("messages")).hasSize(2);
    }

    /// By it shoppers hear of what they have, and of nothing else.
    @Test
    void itIsSaidWhereTheCustomerHasTheMessageAndOfANoteThatTheyDoNot() {
        describe(priya, "A blue mug");
        assertThat(thread().getLast().at("/event/publicSeq").asLong()).isEqualTo(2);

        picture = UUID.randomUUID();
        files.sent(priya, conversation, picture, true);
        describe(priya, "For us alone");

        assertThat(thread().getLast().at("/event/publicSeq").isNull()).isTrue();
    }

    @Test
    void theSameWordsAgainAreNoNews() {
        describe(priya, "A blue mug");
        describe(priya, " A blue mug ");

        assertThat(thread()).hasSize(3);
        describe(priya, "");
        assertThat(thread()).hasSize(4);
        assertThat(thread().get(1).at("/attachments/0/alt").isNull()).isTrue();
    }

    @Test
    void whatWaitsIsItsUploadersAloneAndTheThreadSaysNothing() {
        picture = UUID.randomUUID();
        files.pending(priya, conversation, picture);

        assertRefused(describe(jonas, "Mine"), "404 not_found");
        assertThat(describe(priya, "A blue mug").outcome()).isEqualTo("200");
        assertThat(thread()).hasSize(2);
    }

    @Test
    void whatTheCustomerSentIsNotTheStaffsToDescribe() {
        picture = UUID.randomUUID();
        files.pending(store, anna, conversation, picture);
        String message =
                "/api/widget/%s/conversations/%s/messages/%s"
                        .formatted(store.key(), conversation.value(), UUID.randomUUID());
        assertThat(
                        Http.put(
                                        message,
                                        "{\"text\": \"\", \"attachments\": [\"%s\"]}"
                                                .formatted(picture))
                                .as(anna)
                                .send()
                                .status())
                .isEqualTo(200);

        assertRefused(describe(priya, "A mug"), "404 not_found");
    }

    @Test
    void whoMayNotSeeTheConversationDescribesNothingInIt() {
        deeds.assign(store, conversation.value(), priya.staff().id(), priya.staff().id());

        assertRefused(describe(jonas, "A mug"), "404 not_found");
        assertThat(thread().get(1).at("/attachments/0/alt").isNull()).isTrue();
    }

    private Answer describe(SignedIn by, String alt) {
        String path = "%s/attachments/%s/alt".formatted(base(), picture);
        return Http.put(path, "{\"alt\": \"%s\"}".formatted(alt)).as(by).send();
    }

    private List<JsonNode> thread() {
        return Http.get(base()).as(priya).send().json().get("messages").valueStream().toList();
    }

    private JsonNode shoppers() {
        return Http.get("/api/widget/" + store.key() + "/conversation").as(anna).send().json();
    }

    private String base() {
        return "/api/staff/stores/%s/conversations/%s"
                .formatted(store.id().value(), conversation.value());
    }
}
