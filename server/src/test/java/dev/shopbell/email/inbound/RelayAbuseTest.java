package dev.shopbell.email.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.ImpatientServer;
import dev.shopbell.testkit.MailServerForTests;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RealMailbox;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.WrittenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Mallory wants the store to mail words of his to Victoria. Whatever he says in her name, she is
/// mailed what staff said, and besides that nobody's words but her own.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailServerForTests.class, restrictToAnnotatedClass = true)
@TestProfile(ImpatientServer.class)
class RelayAbuseTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ADVERTISEMENT = "Buy pills at spam.example";

    @Inject Given given;
    @Inject InboundMails mails;
    @TestHTTPResource URI server;
    @MailServerForTests.Here MailServerForTests mailbox;

    private final String victoria = "victoria-" + UUID.randomUUID() + "@example.com";
    private Store store;
    private StaffBrowser priya;

    @BeforeEach
    void aStoreIsOpen() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
    }

    @Test
    void whoeverTypesHerAddressIntoTheChatHasNothingOfTheirsMailed() throws Exception {
        ShopperBrowser mallory = inTheChat();
        mallory.write(ADVERTISEMENT);

        assertThat(answered(mallory.conversation(), 1)).doesNotContain("spam.example", "Buy");
    }

    @Test
    void whoeverMailsInHerNameHasNothingOfTheirsMailed() throws Exception {
        taken(
                new WrittenMail('"' + ADVERTISEMENT + "\" <" + victoria + ">", RealMailbox.ADDRESS)
                        .subject(ADVERTISEMENT)
                        .says(ADVERTISEMENT));
        UUID begun = conversationOf(victoria);
        assertThat(answered(begun, 1)).doesNotContain("spam.example", "Buy");

        taken(
                new WrittenMail(victoria, RealMailbox.ADDRESS)
                        .subject(ADVERTISEMENT)
                        .says(ADVERTISEMENT + " again"));
        assertThat(answered(begun, 2)).doesNotContain("spam.example", "Buy");
    }

    @Test
    void whoeverAnswersHerMailFromElsewhereHasNothingOfTheirsMailed() throws Exception {
        ShopperBrowser mallory = inTheChat();
        mallory.write("Hello?");
        assertThat(answered(mallory.conversation(), 1)).isNotEmpty();
        String mark = newest().getReplyTo()[0].toString();

        taken(new WrittenMail("mallory@example.net", mark).says(ADVERTISEMENT));

        assertThat(answered(mallory.conversation(), 2)).doesNotContain("spam.example", "Buy");
    }

    @Test
    void herAnswerLendsItsTrustToNothingThatIsSaidInTheChatAfterIt() throws Exception {
        ShopperBrowser mallory = inTheChat();
        mallory.write("Hello?");
        assertThat(answered(mallory.conversation(), 1)).isNotEmpty();
        String mark = newest().getReplyTo()[0].toString();
        taken(new WrittenMail(victoria, mark).says("I have written nothing."));
        assertThat(answered(mallory.conversation(), 2)).contains("> I have written nothing.");

        mallory.write(ADVERTISEMENT);

        assertThat(answered(mallory.conversation(), 3)).doesNotContain("spam.example", "Buy");
    }

    @Test
    void whoeverOpensManyChatsInHerNameHasHerMailedNoMoreThanADozenTimesAnHour() {
        for (int chat = 0; chat < 14; chat++) {
            ShopperBrowser mallory = inTheChat();
            priya.answer(mallory.conversation(), "We do not sell pills.");
            hasten();
        }

        await().atMost(SOON).until(() -> answersThatWait() == 2);
        await().atMost(SOON).until(() -> mailbox.mailsTo(victoria).size() == 12);
    }

    private ShopperBrowser inTheChat() {
        ShopperBrowser mallory = new ShopperBrowser(server, store, given.secret());
        mallory.write("Hello");
        DatabaseOwner.execute(
                """
                UPDATE customer SET email = ?, name = ?, language = 'x-spam'
                 WHERE (store_id, customer_id) IN (SELECT store_id, customer_id FROM conversation
                                                    WHERE conversation_id = ?)
                """,
                victoria,
                ADVERTISEMENT,
                mallory.conversation());
        return mallory;
    }

    private void taken(WrittenMail mail) throws IOException {
        assertThat(mails.take(store.id(), List.of(), mail.stream())).isEqualTo(Became.TAKEN);
    }

    /// All that the mail with the answer says to her, which is the `count`th.
    private String answered(UUID conversation, int count) throws Exception {
        priya.answer(conversation, "We do not sell pills.");
        await().atMost(SOON)
                .until(() -> {
                    hasten();
                    return mailbox.mailsTo(victoria).size() == count;
                });
        MimeMessage mail = newest();
        Multipart parts = (Multipart) mail.getContent();
        String said =
                mail.getSubject()
                        + mail.getFrom()[0]
                        + mail.getReplyTo()[0]
                        + mail.getAllRecipients()[0]
                        + parts.getBodyPart(0).getContent()
                        + parts.getBodyPart(1).getContent();
        assertThat(said).contains("We do not sell pills.");
        return said;
    }

    private MimeMessage newest() {
        return mailbox.mailsTo(victoria).getLast();
    }

    private UUID conversationOf(String email) {
        JsonNode all = priya.list("all").path("conversations");
        return all.valueStream()
                .filter(each -> each.at("/customer/email").asText().equals(email))
                .map(each -> UUID.fromString(each.path("id").asText()))
                .findFirst()
                .orElseThrow();
    }

    private long answersThatWait() {
        return Long.parseLong(
                DatabaseOwner.ask(
                                "SELECT count(*) FROM message WHERE store_id = ? AND event ->> 'type' = 'email_waits'",
                                store.id().value())
                        .getFirst());
    }

    /// The clock moves on to when it is due; what is being done is left alone.
    private void hasten() {
        DatabaseOwner.execute(
                """
                UPDATE job SET execution_time = now()
                 WHERE task_name = 'email.reply' AND NOT picked AND execution_time > now()
                   AND task_instance LIKE ?
                """,
                store.id().value() + "/%");
    }
}
