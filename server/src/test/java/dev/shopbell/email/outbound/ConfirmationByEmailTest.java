package dev.shopbell.email.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.message.Aftermath;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Http;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Mails with answers carry a link by which their recipient proves the address, where there is
/// something to prove.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailServerForTests.class, restrictToAnnotatedClass = true)
@TestProfile(ImpatientServer.class)
class ConfirmationByEmailTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("(/confirm/[0-9a-f]+/[\\w-]{43})\\s");

    @Inject Given given;
    @Inject ReplyByEmail replies;
    @TestHTTPResource URI server;
    @MailServerForTests.Here MailServerForTests mailbox;

    private final String address = "anna-" + UUID.randomUUID() + "@example.com";
    private Store store;
    private ShopperBrowser anna;
    private StaffBrowser priya;

    @BeforeEach
    void annaHasWritten() {
        store = given.store();
        anna = new ShopperBrowser(server, store, given.secret());
        priya = new StaffBrowser(server, given.agent(store));
        anna.write("Where is my order?");
        change("email = ?", address);
    }

    @Test
    void answersInQuickSuccessionCarryOneLinkAndItWorks() throws Exception {
        priya.answer(anna.conversation(), "It left this morning.");
        priya.answer(anna.conversation(), "With the blue van.");
        quietIsOver();

        MimeMessage mail = onlyMail();
        Matcher link = LINK.matcher(part(mail, 0));
        assertThat(link.find()).isTrue();
        assertThat(part(mail, 1))
                .contains(Given.ORIGIN + link.group(1))
                .contains("Confirm your e-mail address");
        assertThat(links()).isEqualTo("1");
        assertThat(Http.of("POST", link.group(1)).send().status()).isEqualTo(303);
        String next = link.group(1);
        assertThat(link.find()).isFalse();

        await().atMost(SOON).until(() -> emailed() == 3);
        priya.answer(anna.conversation(), "It has arrived.");
        quietIsOver();
        await().atMost(SOON).until(() -> mailbox.mailsTo(address).size() == 2);
        Matcher second = LINK.matcher(part(mailbox.mailsTo(address).getLast(), 0));
        assertThat(second.find()).isTrue();
        assertThat(second.group(1)).isNotEqualTo(next);
    }

    @Test
    void aMailThatIsFixedKeepsItsLink() {
        priya.answer(anna.conversation(), "It left this morning.");
        var _ = look();
        var _ = look();

        assertThat(links()).isEqualTo("1");
        onlyMail();
        assertThat(links()).isEqualTo("1");
    }

    @Test
    void whoHasProvenTheAddressNeedsNoLink() throws Exception {
        change("email_verified_at = now(), language = ?", "en");
        priya.answer(anna.conversation(), "It left this morning.");
        quietIsOver();

        assertThat(part(onlyMail(), 0)).doesNotContain("/confirm/", "Confirm");
        assertThat(part(onlyMail(), 1)).doesNotContain("/confirm/", "Confirm your");
    }

    @Test
    void whereTheStoreSaysThatTheAddressWasOnlyTypedThereIsNone() throws Exception {
        change(
                "shop_customer_id = 'c-1', linked_by = 'token', email_vouched = true, language = ?",
                "en");
        priya.answer(anna.conversation(), "It left this morning.");
        quietIsOver();

        assertThat(part(onlyMail(), 0)).doesNotContain("/confirm/");
        assertThat(links()).isEqualTo("0");
    }

    private void change(String what, String value) {
        assertThat(
                        DatabaseOwner.execute(
                                "UPDATE customer SET "
                                        + what
                                        + """
                                         WHERE (store_id, customer_id) IN
                                               (SELECT store_id, customer_id FROM conversation
                                                 WHERE conversation_id = ?)
                                        """,
                                value,
                                anna.conversation()))
                .isEqualTo(1);
    }

    private Optional<Duration> look() {
        return replies.look(new Aftermath(store.id().value(), anna.conversation(), Instant.EPOCH));
    }

    private long emailed() {
        return priya.thread(anna.conversation()).at("/conversation/emailed").asLong();
    }

    private String links() {
        return DatabaseOwner.ask(
                        "SELECT count(*)::text FROM email_confirmation WHERE store_id = ?",
                        store.id().value())
                .getFirst();
    }

    private void quietIsOver() {
        DatabaseOwner.execute(
                "UPDATE job SET execution_time = now() WHERE task_name = 'email.reply' AND NOT picked AND task_instance LIKE ?",
                "%" + anna.conversation());
    }

    private MimeMessage onlyMail() {
        return await().atMost(SOON)
                .until(
                        () -> mailbox.mailsTo(address),
                        (List<MimeMessage> mails) -> mails.size() == 1)
                .getFirst();
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        return ((Multipart) mail.getContent()).getBodyPart(index).getContent().toString();
    }
}
