package dev.shopbell.email.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Conversations;
import dev.shopbell.platform.database.Database;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenMail;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RealMailbox;
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

/// What the list says of an answer whose mail came back. Anna wrote in the chat and left; Priya's
/// answer went to her by mail.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class UnreachedTest {

    private static final String ANNA = "anna@example.com";

    @Inject Given given;
    @Inject InboundMails mails;
    @Inject Database database;
    @Inject Conversations conversations;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private ShopperBrowser anna;
    private UUID conversation;

    @BeforeEach
    void anAnswerWentByMail() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Is the mug still there?");
        conversation = anna.conversation();
        priya.answer(conversation, "Yes, two of them.");
    }

    @Test
    void theListSaysThatAMailCameBack() {
        assertThat(inList().has("unreached")).isFalse();

        comesBack(2);

        assertThat(inList().path("unreached").asText()).isEqualTo("bounced");
        assertThat(inList().at("/preview/text").asText()).isEqualTo("Yes, two of them.");
        assertThat(priya.thread(conversation).at("/conversation/unreached").asText())
                .isEqualTo("bounced");
        assertThat(priya.inbox().at("/latest/0/unreached").asText()).isEqualTo("bounced");
    }

    @Test
    void anOpenInboxHearsOfIt() {
        try (LiveClient inbox = priya.connect(priya.inbox().path("position"))) {
            comesBack(2);

            JsonNode changes = inbox.next("changes", frame -> !unreached(frame).isMissingNode());
            assertThat(unreached(changes).asText()).isEqualTo("bounced");
        }
    }

    @Test
    void aResolvedConversationIsUnresolvedAgain() {
        priya.tryStatus(conversation, "resolved");

        comesBack(2);

        assertThat(inList().path("status").asText()).isEqualTo("unresolved");
        assertThat(inList().path("unreached").asText()).isEqualTo("bounced");
    }

    @Test
    void whatWasSeenInTheChatIsNotOwedAgain() {
        anna.receipts(2, 2);
        priya.tryStatus(conversation, "resolved");

        comesBack(2);

        assertThat(inList().path("status").asText()).isEqualTo("resolved");
        assertThat(inList().has("unreached")).isFalse();
    }

    @Test
    void itIsOverOnceTheCustomerHasSeenTheAnswer() {
        comesBack(2);

        anna.receipts(2, 2);

        assertThat(inList().has("unreached")).isFalse();
    }

    @Test
    void itIsOverOnceALaterMailHasLeft() {
        comesBack(2);
        priya.answer(conversation, "Is this address right?");
        assertThat(inList().path("unreached").asText()).isEqualTo("bounced");

        leaves(3);

        assertThat(inList().has("unreached")).isFalse();
    }

    @Test
    void aMailThatComesBackAfterALaterOneHasLeftIsTold() {
        priya.answer(conversation, "And here is its twin.");
        leaves(3);

        comesBack(2);

        assertThat(inList().path("unreached").asText()).isEqualTo("bounced");
    }

    @Test
    void itIsOverWhenItIsResolvedAndThereAgainWhenThatIsTakenBack() {
        comesBack(2);

        priya.tryStatus(conversation, "resolved");
        assertThat(inList().has("unreached")).isFalse();

        priya.tryStatus(conversation, "unresolved");
        assertThat(inList().path("unreached").asText()).isEqualTo("bounced");
    }

    @Test
    void whoeverWritesAgainAfterThatComesWithSomethingNew() {
        comesBack(2);
        priya.tryStatus(conversation, "resolved");

        anna.write("And the plate?");

        assertThat(inList().path("status").asText()).isEqualTo("unresolved");
        assertThat(inList().has("unreached")).isFalse();
    }

    @Test
    void toABlockedSenderNothingIsOwed() {
        String messageId = GivenMail.replyWent(store, conversation, ANNA, 2);
        priya.block(conversation);

        take(returned(messageId));

        assertThat(inList().path("status").asText()).isEqualTo("resolved");
        assertThat(inList().has("unreached")).isFalse();
    }

    private static JsonNode unreached(JsonNode frame) {
        return frame.at("/conversations/0/unreached");
    }

    private JsonNode inList() {
        return priya.list("all").path("conversations").get(0);
    }

    /// A mail server took a mail that ends with this answer.
    private void leaves(long publicSeq) {
        GivenMail.replyWent(store, conversation, ANNA, publicSeq);
        boolean _ =
                database.inStore(
                        store.id(),
                        tx -> {
                            Conversation locked =
                                    conversations.lock(
                                            tx, store.id(), new ConversationId(conversation));
                            conversations.saveWatermarks(
                                    tx, locked.with(locked.watermarks().emailedUpTo(publicSeq)));
                            return true;
                        });
    }

    private void comesBack(long publicSeq) {
        take(returned(GivenMail.replyWent(store, conversation, ANNA, publicSeq)));
    }

    private void take(WrittenMail mail) {
        try {
            assertThat(mails.take(null, List.of(), mail.stream())).isEqualTo(Became.TAKEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WrittenMail returned(String messageId) {
        return new WrittenMail("MAILER-DAEMON@mx.example.com", RealMailbox.ADDRESS)
                .raw(
                        "multipart/report; report-type=delivery-status; boundary=\"b\"",
                        """
                        --b\r
                        Content-Type: message/delivery-status\r
                        \r
                        Reporting-MTA: dns; mx.example.com\r
                        \r
                        Final-Recipient: rfc822; %s\r
                        Action: failed\r
                        Status: 5.1.1\r
                        --b\r
                        Content-Type: text/rfc822-headers\r
                        \r
                        Message-ID: %s\r
                        --b--\r
                        """
                                .formatted(ANNA, messageId));
    }
}
