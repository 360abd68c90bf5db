package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.outbound.ReplyTokens;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenEmailAccount;
import dev.shopbell.testkit.GivenMail;
import dev.shopbell.testkit.MailboxForTests;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RecordedStore;
import dev.shopbell.testkit.Recorder;
import dev.shopbell.testkit.RecordingServer;
import dev.shopbell.testkit.SmtpTalk;
import dev.shopbell.testkit.StaffPage;
import dev.shopbell.testkit.WrittenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// The same as [RecordedActionsTest], of what comes and goes by mail. Priya's answer went to Anna's
/// address; mail comes in through the server's own door.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailboxForTests.class, restrictToAnnotatedClass = true)
@TestProfile(RecordingServer.class)
class RecordedMailsTest {

    private static final String ANNA = "anna@example.com";

    @Inject Given given;
    @Inject GivenEmailAccount accounts;
    @Inject Deeds deeds;
    @Inject ReplyTokens tokens;
    @TestHTTPResource URI server;
    @MailboxForTests.Here MailboxForTests.Door door;

    private RecordedStore shop;
    private UUID conversation;
    private String messageId;

    @BeforeEach
    void openTheStore(TestInfo test) {
        shop = RecordedStore.open(given, deeds, server, test);
        conversation = shop.anna().conversation();
        messageId = GivenMail.replyWent(shop.store(), conversation, ANNA);
        isReachableAt(ANNA);
    }

    @Test
    void anAnswerIsMailed() {
        anAnswerWaitsToBeMailed();

        shop.save(
                withoutAnna(), "an answer to somebody who has left is mailed", null, this::mailIt);
    }

    @Test
    void anAnswerCannotBeMailed() {
        isReachableAt("ánna@example.com");
        anAnswerWaitsToBeMailed();

        shop.save(
                withoutAnna(),
                "an answer cannot be mailed to the address there is",
                null,
                this::mailIt);
    }

    @Test
    void anAnswerHasToWaitToBeMailed() {
        GivenMail.aDozenRepliesWent(shop.store(), conversation, ANNA);
        anAnswerWaitsToBeMailed();

        shop.save(
                withoutAnna(),
                "an answer is not mailed yet to an address that got many",
                null,
                this::mailIt);
    }

    @Test
    void aCustomerAnswersByMail() {
        shop.save(
                withAnna("message"),
                "a customer answers by mail",
                null,
                () ->
                        hand(
                                new WrittenMail("Anna Kowalska <" + ANNA + ">", replyTo())
                                        .answers(messageId)
                                        .subject("Re: Your chat")
                                        .says(
                                                """
                                                Three days is fine.\r
                                                \r
                                                On Thu, 26 Nov 2026 at 09:00, Hearthlow wrote:\r
                                                > We do.\r
                                                """)));
    }

    @Test
    void aMailBeginsAConversation() {
        String address = "chat-" + UUID.randomUUID() + "@hearthlow.example";
        accounts.account(shop.store().id(), RecordedStore.staff(shop.priya()));
        DatabaseOwner.execute(
                "UPDATE email_account SET from_address = ?, arrival = 'forwarding', worked_at = now() WHERE store_id = ?",
                address,
                shop.store().id().value());
        Recorder recorder =
                new Recorder()
                        .hearing(StaffPage.of("Priya", shop.priya()), "changes")
                        .hearing(StaffPage.of("Lena", shop.lena()), "changes")
                        .hearing(shop.annasPage());

        shop.save(
                recorder,
                "a mail to the store begins a conversation",
                null,
                () ->
                        handTo(
                                address,
                                new WrittenMail("Emeka <emeka@example.com>", address)
                                        // Of a mail that went to somebody else.
                                        .answers(messageId)
                                        .says("Is the studio open on Sundays?")));
    }

    @Test
    void aMailComesBack() {
        shop.save(
                withAnna(),
                "a mail with an answer comes back",
                null,
                () ->
                        hand(
                                new WrittenMail(
                                                "MAILER-DAEMON@example.com",
                                                "chat@hearthlow.example")
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
                                                        .formatted(ANNA, messageId))));
    }

    @Test
    void aMailProgramAnswers() {
        shop.save(
                withAnna(),
                "a mail program answers in a customer's place",
                null,
                () ->
                        hand(
                                new WrittenMail(ANNA, replyTo())
                                        .answers(messageId)
                                        .subject("Out of office")
                                        .header("Auto-Submitted", "auto-replied")
                                        .says("I am back on Monday.")));
    }

    /// Her page is open: whoever has left is not there to hear.
    private Recorder withAnna(String... toAnna) {
        return withoutAnna().hearing(shop.annasPage(), toAnna);
    }

    private Recorder withoutAnna() {
        return new Recorder().hearing(shop.priyasPage(), "changes").hearing(shop.lenasPage());
    }

    private void isReachableAt(String address) {
        DatabaseOwner.execute(
                """
                UPDATE customer SET email = ?
                 WHERE (store_id, customer_id) IN (SELECT store_id, customer_id FROM conversation
                                                    WHERE conversation_id = ?)
                """,
                address,
                conversation);
    }

    /// Until it is told to go: otherwise it would in ten seconds.
    private void anAnswerWaitsToBeMailed() {
        shop.priya().answer(conversation, "Three days.");
        isDue("now() + interval '1 day'");
    }

    private void mailIt() {
        isDue("now()");
    }

    private void isDue(String when) {
        int jobs =
                DatabaseOwner.execute(
                        "UPDATE job SET execution_time = %s WHERE task_name = 'email.reply' AND task_instance LIKE ?"
                                .formatted(when),
                        "%" + conversation);
        assertThat(jobs).isOne();
    }

    private String replyTo() {
        return "chat+%s@hearthlow.example"
                .formatted(
                        tokens.reply(
                                shop.store().id(),
                                new ConversationId(conversation),
                                new EmailAddress(ANNA)));
    }

    private void hand(WrittenMail mail) {
        handTo(replyTo(), mail);
    }

    private void handTo(String recipient, WrittenMail mail) {
        assertThat(SmtpTalk.hand(door.port(), recipient, mail)).startsWith("250");
    }
}
