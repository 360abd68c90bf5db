package dev.shopbell.email.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.message.Aftermath;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenFiles;
import dev.shopbell.testkit.GivenMail;
import dev.shopbell.testkit.ImpatientServer;
import dev.shopbell.testkit.MailServerForTests;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How much is mailed to one address, and in one mail.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailServerForTests.class, restrictToAnnotatedClass = true)
@TestProfile(ImpatientServer.class)
class ReplyBoundsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Given given;
    @Inject GivenFiles files;
    @Inject ReplyByEmail replies;
    @TestHTTPResource URI server;
    @MailServerForTests.Here MailServerForTests mailbox;

    private final String address = "anna-" + UUID.randomUUID() + "@example.com";
    private Store store;
    private SignedIn agent;
    private UUID conversation;

    @BeforeEach
    void annaHasWritten() {
        store = given.store();
        agent = given.agent(store);
        ShopperBrowser anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Where is my order?");
        conversation = anna.conversation();
        GivenMail.isReachableAt(conversation, address);
    }

    @Test
    void nobodyIsWrittenToMoreThanFiftyTimesADay() {
        for (int dozen = 0; dozen < 5; dozen++) {
            UUID another =
                    given.firstMessage(store, given.secret(), "Hello?").conversation().id().value();
            GivenMail.aDozenRepliesWent(store, another, address);
        }
        hoursPass(2);
        new StaffBrowser(server, agent).answer(conversation, "It left this morning.");

        assertThat(replies.look(aftermath())).isPresent();
        assertThat(mailRows()).isEqualTo("60");

        hoursPass(23);
        assertThat(replies.look(aftermath())).isEmpty();
        assertThat(mailRows()).isEqualTo("61");
    }

    @Test
    void filesThatMakeAMailTooLargeStayInTheChat() throws Exception {
        files.sent(agent, new ConversationId(conversation), UUID.randomUUID(), false);
        files.sent(agent, new ConversationId(conversation), UUID.randomUUID(), false);
        DatabaseOwner.execute(
                "UPDATE attachment SET byte_size = 6000000 WHERE conversation_id = ?",
                conversation);

        replies.look(aftermath());

        MimeMessage mail =
                await().atMost(SOON)
                        .until(() -> mailbox.mailsTo(address), mails -> mails.size() == 1)
                        .getFirst();
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(((Multipart) parts.getBodyPart(0).getContent()).getBodyPart(0).getContent())
                .asString()
                .contains("More files are in the chat.");
    }

    private Aftermath aftermath() {
        return new Aftermath(store.id().value(), conversation, Instant.EPOCH);
    }

    private void hoursPass(int hours) {
        DatabaseOwner.execute(
                "UPDATE mail SET created_at = created_at - make_interval(hours => ?) WHERE recipient = ?",
                hours,
                address);
    }

    private String mailRows() {
        return DatabaseOwner.ask(
                        "SELECT count(*) FROM mail WHERE recipient = ? AND kind = 'reply'", address)
                .getFirst();
    }
}
