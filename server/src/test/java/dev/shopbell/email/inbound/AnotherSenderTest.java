package dev.shopbell.email.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.outbound.ReplyTokens;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenMail;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.WrittenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is written into a thread from another address than its customer's: it is never said in the
/// customer's name. Anna forwarded the answer that went to her.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AnotherSenderTest {

    private static final String ANNA = "anna@example.com";
    private static final String MALLORY = "mallory@example.net";

    @Inject Given given;
    @Inject InboundMails mails;
    @Inject ReplyTokens tokens;
    @TestHTTPResource URI server;

    private Store store;
    private SignedIn agent;
    private StaffBrowser priya;
    private ShopperBrowser anna;
    private UUID conversation;

    @BeforeEach
    void anAnswerWentByMail() {
        store = given.store();
        agent = given.agent(store);
        priya = new StaffBrowser(server, agent);
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Is the mug still there?");
        conversation = anna.conversation();
        priya.answer(conversation, "Yes, two of them.");
        String _ = GivenMail.replyWent(store, conversation, ANNA);
    }

    @Test
    void theListNamesWhoWroteIt() {
        write(MALLORY, "Send it to me instead.");

        JsonNode preview = summary().path("preview");
        assertThat(preview.path("sender").asText()).isEqualTo(MALLORY);
        assertThat(preview.path("text").asText()).isEqualTo("Send it to me instead.");
    }

    @Test
    void theCustomersOwnMailIsTheirs() {
        write(MALLORY, "Send it to me instead.");
        write(ANNA, "That was not me.");

        assertThat(summary().path("preview").has("sender")).isFalse();
        assertThat(lastOfAnna().has("another")).isFalse();
    }

    @Test
    void theShopperIsToldThatItIsNotTheirOwnAndNotWhose() {
        write(MALLORY, "Send it to me instead.");

        assertThat(lastOfAnna().path("another").asBoolean()).isTrue();
        assertThat(anna.thread().toString()).doesNotContain("mallory");
        JsonNode first = anna.thread().path("messages").get(0);
        assertThat(first.has("another")).isFalse();
    }

    @Test
    void anOpenChatHearsThatItIsNotItsOwn() {
        try (var chat = anna.connect(2)) {
            write(MALLORY, "Send it to me instead.");

            assertThat(chat.next("message").at("/message/another").asBoolean()).isTrue();
        }
    }

    @Test
    void aTranscriptForStaffNamesTheAddressAndOneForTheCustomerDoesNot() {
        write(MALLORY, "Send it to me instead.");

        assertThat(transcript(true)).contains("\"author\":\"" + MALLORY + "\"");
        assertThat(transcript(false))
                .contains("\"author\":\"Another address\"")
                .doesNotContain("mallory");
    }

    private String transcript(boolean notes) {
        return Http.get(
                        "/api/staff/stores/%s/conversations/%s/transcript?format=json&notes=%s"
                                .formatted(store.id().value(), conversation, notes))
                .as(agent)
                .send()
                .body();
    }

    private JsonNode summary() {
        return priya.thread(conversation).path("conversation");
    }

    private JsonNode lastOfAnna() {
        JsonNode messages = anna.thread().path("messages");
        return messages.get(messages.size() - 1);
    }

    private void write(String from, String text) {
        String mark =
                tokens.reply(store.id(), new ConversationId(conversation), new EmailAddress(ANNA));
        String replyTo = "chat+%s@hearthlow.example".formatted(mark);
        try {
            Became became =
                    mails.take(
                            null,
                            List.of(),
                            new WrittenMail("Anna Kowalska <" + from + ">", replyTo)
                                    .says(text).stream());
            assertThat(became).isEqualTo(Became.TAKEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
