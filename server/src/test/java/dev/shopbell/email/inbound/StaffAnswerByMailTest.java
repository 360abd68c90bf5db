package dev.shopbell.email.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenMail;
import dev.shopbell.testkit.MailboxForTests;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RealMailbox;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.WrittenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Staff who answer what told them of a message wrote to nobody: they hear so, and lose no word.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailboxForTests.class, restrictToAnnotatedClass = true)
class StaffAnswerByMailTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Given given;
    @Inject InboundMails mails;
    @TestHTTPResource URI server;
    @MailboxForTests.Here RealMailbox mailbox;

    private Store store;
    private String email;
    private String told;

    @BeforeEach
    void staffWereTold() {
        store = given.store();
        SignedIn agent = given.agent(store);
        ShopperBrowser anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Is the mug still there?");
        UUID conversation = anna.conversation();
        email = agent.staff().email().value();
        told = GivenMail.notificationWent(store, conversation, agent.staff().id().value(), email);
    }

    @Test
    void eachAnswerIsGivenBack() throws Exception {
        assertThat(take(email, "Dear Anna, yes\n<b>two</b>")).isEqualTo(Became.TAKEN);
        assertThat(take(email, "And also")).isEqualTo(Became.TAKEN);

        assertThat(await().atMost(SOON).until(this::explanations, found -> found.size() == 2))
                .anySatisfy(text -> assertThat(text).contains("> Dear Anna, yes", "> <b>two</b>"))
                .anySatisfy(text -> assertThat(text).contains("> And also"));
    }

    @Test
    void whoeverAnswersManyWaitsRatherThanWriteToNobody() throws Exception {
        for (int each = 0; each < 6; each++) {
            assertThat(take(email, "Answer " + each)).isEqualTo(Became.TAKEN);
        }

        assertThat(take(email, "One more")).isEqualTo(Became.COME_AGAIN);

        DatabaseOwner.execute(
                "UPDATE mail SET created_at = created_at - interval '2 hours' WHERE store_id = ?",
                store.id().value());
        assertThat(take(email, "One more")).isEqualTo(Became.TAKEN);
    }

    @Test
    void wordsOfSomebodyElseAreMailedToNobody() throws Exception {
        assertThat(take("mallory@example.net", "Buy cheap pills")).isEqualTo(Became.TAKEN);

        assertThat(await().atMost(SOON).until(this::explanations, found -> !found.isEmpty()))
                .singleElement()
                .satisfies(text ->
                        assertThat(text).contains("mallory@example.net").doesNotContain("pills"));
    }

    private Became take(String from, String words) throws IOException {
        return mails.take(
                null,
                List.of(),
                new WrittenMail(from, RealMailbox.ADDRESS).answers(told).says(words).stream());
    }

    private List<String> explanations() {
        return mailbox.mailsTo(email).stream()
                .map(RealMailbox::plainText)
                .filter(text -> text.contains("nobody got what you wrote"))
                .toList();
    }
}
