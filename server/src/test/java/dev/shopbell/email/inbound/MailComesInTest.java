package dev.shopbell.email.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.outbound.ReplyTokens;
import dev.shopbell.platform.mail.MailId;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenMail;
import dev.shopbell.testkit.MailboxForTests;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RealMailbox;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.SmtpTalk;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.WrittenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Mail that really comes: into a mailbox that is read, and through the door.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailboxForTests.class, restrictToAnnotatedClass = true)
class MailComesInTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ANNA = "anna@example.com";

    @Inject Given given;
    @Inject ReplyTokens tokens;
    @TestHTTPResource URI server;
    @MailboxForTests.Here RealMailbox mailbox;
    @MailboxForTests.Here MailboxForTests.Door door;

    private Store store;
    private SignedIn agent;
    private StaffBrowser priya;
    private UUID conversation;
    private String replyTo;

    @BeforeEach
    void anAnswerWentByMail() {
        store = given.store();
        agent = given.agent(store);
        priya = new StaffBrowser(server, agent);
        ShopperBrowser anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Is the mug still there?");
        conversation = anna.conversation();
        priya.answer(conversation, "Yes, two of them.");
        GivenMail.replyWent(store, conversation, ANNA);
        replyTo = markOf(store, conversation);
    }

    @Test
    void anAnswerInTheMailboxIsAMessageAndSeenAfterwards() {
        mailbox.put(answer().says("Then I take both."));

        await().atMost(SOON).until(() -> said().contains("Then I take both."));
        await().atMost(SOON).until(() -> mailbox.seen().getLast());
    }

    @Test
    void theSameMailByTheMailboxAndTheDoorIsTakenOnce() {
        WrittenMail mail = answer().says("Both ways.");

        assertThat(hand(mail)).startsWith("250");
        mailbox.put(mail.header("Received", "by another way"));
        mailbox.put(answer().says("And then this."));

        await().atMost(SOON).until(() -> said().contains("And then this."));
        assertThat(said()).containsOnlyOnce("Both ways.");
    }

    @Test
    void mailThatComesJustAsTheWaitBeginsIsNotLeftLying() throws Exception {
        for (int delay = 0; delay < 120; delay += 8) {
            String second = "Second, " + delay;
            mailbox.put(answer().says("First, " + delay));
            Thread.sleep(delay);
            mailbox.put(answer().says(second));

            await().atMost(SOON).until(() -> said().contains(second));
        }
    }

    @Test
    void inAMailboxThatWasMovedNothingIsTakenTwice() {
        mailbox.put(answer().says("Before."));
        await().atMost(SOON).until(() -> said().contains("Before."));

        mailbox.move();
        mailbox.put(answer().says("Afterwards."));

        await().atMost(SOON).until(() -> said().contains("Afterwards."));
        assertThat(said()).containsOnlyOnce("Before.");
    }

    @Test
    void whatTheDoorAcceptedIsThere() {
        assertThat(hand(answer().says("Through the door."))).startsWith("250");

        assertThat(said()).contains("Through the door.");
    }

    @Test
    void whatTheDoorCannotStoreIsToComeAgain() {
        WrittenMail mail = answer().says("Keep this.");
        DatabaseOwner.execute(
                "ALTER TABLE inbound_mail ADD CONSTRAINT inbound_mail_away CHECK (store_id <> '%s') NOT VALID"
                        .formatted(store.id().value()));
        try {
            assertThat(hand(mail)).startsWith("451");
        } finally {
            DatabaseOwner.execute("ALTER TABLE inbound_mail DROP CONSTRAINT inbound_mail_away");
        }
        assertThat(said()).doesNotContain("Keep this.");

        assertThat(hand(mail)).startsWith("250");
        assertThat(said()).containsOnlyOnce("Keep this.");
    }

    @Test
    void theTokenIsReadHoweverItsLettersAreWritten() {
        replyTo = replyTo.toUpperCase(java.util.Locale.ROOT);

        assertThat(hand(answer().says("SHOUTED"))).startsWith("250");

        assertThat(said()).contains("SHOUTED");
    }

    @Test
    void aGuessedTokenOpensNothing() {
        char last = replyTo.charAt(replyTo.indexOf('@') - 3);
        String guessed =
                new StringBuilder(replyTo)
                        .replace(
                                replyTo.indexOf('@') - 3,
                                replyTo.indexOf('@') - 2,
                                last == 'a' ? "b" : "a")
                        .toString();

        String answer =
                hand(guessed, new WrittenMail("mallory@example.net", guessed).says("Hello"));

        assertThat(answer).startsWith("550");
        assertThat(said()).hasSize(2);
    }

    @Test
    void whoeverElseHasTheTokenIsShownAsSomebodyElseAndGainsNothing() {
        String bob = "bob@example.net";

        assertThat(hand(replyTo, new WrittenMail(bob, replyTo).says("I am her brother")))
                .startsWith("250");

        JsonNode thread = priya.thread(conversation);
        JsonNode last = thread.path("messages").get(thread.path("messages").size() - 1);
        assertThat(last.at("/email/from").asText()).isEqualTo(bob);
        assertThat(last.at("/email/known").asBoolean()).isFalse();
        assertThat(thread.at("/conversation/customer/email").asText()).isEqualTo(ANNA);
        assertThat(thread.at("/conversation/customer/emailVerified").asBoolean()).isFalse();
    }

    @Test
    void theDoorRelaysNothing() throws Exception {
        try (SmtpTalk talk = new SmtpTalk(door.port())) {
            talk.say("EHLO mx.example.com");
            talk.say("MAIL FROM:<anna@example.com>");

            assertThat(talk.say("RCPT TO:<somebody@example.net>")).startsWith("550");
            assertThat(talk.say("RCPT TO:<root>")).startsWith("5");
            assertThat(talk.say("RCPT TO:<chat+r-nothing@hearthlow.example>")).startsWith("550");
            assertThat(talk.say("RCPT TO:<bob+r-" + "a".repeat(42) + "@example.net>"))
                    .startsWith("550");
            assertThat(talk.say("RCPT TO:<bob+b-" + "a".repeat(42) + "@example.net>"))
                    .startsWith("550");
        }
    }

    @Test
    void aTokenIsGoodAtTheMailboxThatWeWroteFromOnly() throws Exception {
        String back = "chat+%s@%s";
        UUID ours = GivenMail.idOf(GivenMail.replyWent(store, conversation, ANNA, 3));
        String bounce = tokens.bounce(store.id(), new MailId(ours));
        try (SmtpTalk talk = new SmtpTalk(door.port())) {
            talk.say("EHLO mx.example.com");
            talk.say("MAIL FROM:<anna@example.com>");

            assertThat(talk.say("RCPT TO:<" + replyTo + ">")).startsWith("250");
            assertThat(talk.say("RCPT TO:<" + back.formatted(bounce, "hearthlow.example") + ">"))
                    .startsWith("250");
            assertThat(talk.say("RCPT TO:<" + replyTo.replace("hearthlow", "else") + ">"))
                    .startsWith("550");
            assertThat(talk.say("RCPT TO:<" + back.formatted(bounce, "else.example") + ">"))
                    .startsWith("550");
        }
    }

    @Test
    void oneMailForTwoStoresIsTakenForBothOnceEach() throws Exception {
        Store other = given.store();
        StaffBrowser otherStaff = new StaffBrowser(server, given.agent(other));
        UUID otherConversation = written(other, otherStaff);
        WrittenMail mail = answer().says("To both of you.");

        hand(List.of(replyTo, markOf(other, otherConversation)), mail);
        assertThat(said(otherStaff, otherConversation)).contains("To both of you.");
        hand(List.of(markOf(other, otherConversation), replyTo), mail);

        assertThat(said()).containsOnlyOnce("To both of you.");
        assertThat(said(otherStaff, otherConversation)).containsOnlyOnce("To both of you.");
    }

    @Test
    void oneMailForTwoThreadsIsTakenForBothOnceEach() throws Exception {
        UUID second = written(store, priya);
        WrittenMail mail = answer().says("To both threads.");

        hand(List.of(replyTo), mail);
        hand(List.of(markOf(store, second), replyTo), mail);

        assertThat(said()).containsOnlyOnce("To both threads.");
        assertThat(said(priya, second)).containsOnlyOnce("To both threads.");
    }

    @Test
    void whatAProgramWroteToNobodyStaysUnseenInTheMailbox() {
        mailbox.put(
                new WrittenMail("shop@example.net", RealMailbox.ADDRESS)
                        .header("Auto-Submitted", "auto-generated")
                        .says("Offers!"));
        mailbox.put(answer().says("And then this."));

        await().atMost(SOON).until(() -> said().contains("And then this."));
        await().atMost(SOON).until(() -> mailbox.seen().getLast());
        assertThat(mailbox.seen().get(mailbox.seen().size() - 2)).isFalse();
    }

    @Test
    void fiftyMegabytesAreRefusedAndTheNextMailIsTaken() throws Exception {
        try (SmtpTalk talk = new SmtpTalk(door.port())) {
            talk.say("EHLO mx.example.com");
            talk.say("MAIL FROM:<anna@example.com>");
            talk.say("RCPT TO:<" + replyTo + ">");
            talk.say("DATA");
            talk.send(answer().source());
            String line = "x".repeat(998) + "\r\n";
            for (int sent = 0; sent < 50_000_000; sent += line.length()) {
                talk.send(line);
            }

            assertThat(talk.say(".")).startsWith("552");
        }
        assertThat(hand(answer().says("Small enough."))).startsWith("250");
        assertThat(said()).hasSize(3);
    }

    @Test
    void staffWhoAnswerNotificationsAreGivenTheirWordsBackEachTime() throws Exception {
        String email = agent.staff().email().value();
        String told =
                GivenMail.notificationWent(store, conversation, agent.staff().id().value(), email);

        mailbox.put(
                new WrittenMail(email, RealMailbox.ADDRESS).answers(told).says("Dear Anna, yes"));
        mailbox.put(new WrittenMail(email, RealMailbox.ADDRESS).answers(told).says("And also"));

        List<MimeMessage> explained =
                await().atMost(SOON).until(() -> explanations(email), mails -> mails.size() == 2);
        assertThat(explained.getFirst().getHeader("Auto-Submitted"))
                .containsExactly("auto-replied");
        assertThat(explained)
                .extracting(RealMailbox::plainText)
                .anySatisfy(text -> assertThat(text).contains("> Dear Anna, yes"))
                .anySatisfy(text -> assertThat(text).contains("> And also"));
        assertThat(said()).hasSize(2);
    }

    @Test
    void aNewsletterThatAnswersANotificationIsNotAnswered() {
        String email = agent.staff().email().value();
        String told =
                GivenMail.notificationWent(store, conversation, agent.staff().id().value(), email);

        mailbox.put(
                new WrittenMail(email, RealMailbox.ADDRESS)
                        .answers(told)
                        .header("Precedence", "bulk")
                        .says("This week"));
        mailbox.put(answer().says("And then this."));
        await().atMost(SOON).until(() -> said().contains("And then this."));

        assertThat(
                        DatabaseOwner.ask(
                                "SELECT count(*) FROM mail WHERE store_id = ? AND kind = 'explanation'",
                                store.id().value()))
                .containsExactly("0");
    }

    @Test
    void ourOwnMailThatComesBackIsNotTaken() throws Exception {
        String email = agent.staff().email().value();
        String told =
                GivenMail.notificationWent(store, conversation, agent.staff().id().value(), email);
        mailbox.put(new WrittenMail(email, RealMailbox.ADDRESS).answers(told).says("Dear Anna"));
        MimeMessage own =
                await().atMost(SOON)
                        .until(() -> mailbox.mailsTo(email), mails -> !mails.isEmpty())
                        .getFirst();

        String mark = own.getHeader("X-Shopbell-Installation")[0];

        assertThat(hand(answer().header("X-Shopbell-Installation", mark).says("Round and round")))
                .startsWith("250");
        assertThat(said()).hasSize(2);
    }

    private List<MimeMessage> explanations(String email) {
        return mailbox.mailsTo(email).stream().filter(MailComesInTest::explains).toList();
    }

    private static boolean explains(MimeMessage mail) {
        try {
            return mail.getSubject().contains("did not reach");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private WrittenMail answer() {
        return new WrittenMail("Anna Kowalska <" + ANNA + ">", replyTo);
    }

    private String hand(WrittenMail mail) {
        return hand(replyTo, mail);
    }

    private String hand(String recipient, WrittenMail mail) {
        return SmtpTalk.hand(door.port(), recipient, mail);
    }

    /// One transaction.
    private void hand(List<String> recipients, WrittenMail mail) throws IOException {
        try (SmtpTalk talk = new SmtpTalk(door.port())) {
            talk.say("EHLO mx.example.com");
            talk.say("MAIL FROM:<anna@example.com>");
            for (String recipient : recipients) {
                assertThat(talk.say("RCPT TO:<" + recipient + ">")).startsWith("250");
            }
            talk.say("DATA");
            talk.send(mail.source());
            assertThat(talk.say(".")).startsWith("250");
        }
    }

    /// A conversation in which Anna was answered by mail.
    private UUID written(Store to, StaffBrowser staff) {
        ShopperBrowser shopper = new ShopperBrowser(server, to, given.secret());
        shopper.write("And the bowl?");
        staff.answer(shopper.conversation(), "There, too.");
        GivenMail.replyWent(to, shopper.conversation(), ANNA);
        return shopper.conversation();
    }

    private String markOf(Store of, UUID about) {
        return "chat+%s@hearthlow.example"
                .formatted(
                        tokens.reply(of.id(), new ConversationId(about), new EmailAddress(ANNA)));
    }

    private List<String> said() {
        return said(priya, conversation);
    }

    private static List<String> said(StaffBrowser staff, UUID conversation) {
        return staff.thread(conversation)
                .path("messages")
                .valueStream()
                .map(message -> message.path("text").asText())
                .toList();
    }
}
